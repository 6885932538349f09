package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A list that begins at a value of its order: where "go to" leads, and that it tells nobody more than the order does. */
@Tag("slow")
@ExtendWith(WithServer.class)
class ListFromTest {

    private final Api api;
    private final ViewForm form;

    ListFromTest(RunningServer server) {
        api = new Api(Installation.site(server));
        form = new ViewForm(api);
    }

    @Test
    void aListBeginsAtAValueAndGoesOnByPages() {
        record(Map.of("code", "a", "amount", "10", "due", "2026-01-05"));
        record(Map.of("code", "b", "amount", "20.50", "due", "2026-02-05"));
        record(Map.of("code", "c", "amount", "30", "due", "2026-03-05"));
        record(Map.of("code", "d"));

        assertThat(codes("amount", "20.5")).containsExactly("b", "c", "d");
        assertThat(codes("amount", 25)).containsExactly("c", "d");
        assertThat(codes("-amount", "25")).containsExactly("b", "a", "d");
        assertThat(codes("due", "2026-02-01")).containsExactly("b", "c", "d");
        assertThat(codes("-due", "2026-02-05")).containsExactly("b", "a", "d");
        assertThat(codes("code", "bb")).containsExactly("c", "d");
        assertThat(codes("-createdAt", "2099-01-01T00:00:00Z")).containsExactly("d", "c", "b", "a");
        assertThat(codes("-createdAt", "2020-01-01T00:00:00Z")).isEmpty();
    }

    @Test
    void whatCannotBeComparedWithIsRefusedAndHiddenFieldsStayHidden() {
        assertThat(refusals("sam", "amount", "密密密密密密密")).contains("/from query.from");
        assertThat(refusals("sam", "due", List.of("2026-01-01"))).contains("/from query.from");
        assertThat(refusals("sam", "createdAt", "2026")).contains("/from query.from");
        assertThat(refusals("sam", "mobile", "13800138000")).contains("/sort/0 field.not-usable");
        assertThat(refusals("mia", "margin", "1")).contains("/sort/0 field.unknown");
        assertThat(refusals("mia", "margin", "1")).isEqualTo(refusals("mia", "nothing", "1"));
        assertThat(refusals("mia", "bonus", "yes")).contains("/sort/0 field.not-usable");
    }

    private List<String> codes(String sort, Object from) {
        List<String> codes = new ArrayList<>();
        Map<String, Object> query =
                new HashMap<>(Map.of("sort", List.of(sort), "from", from, "fields", List.of("code"), "limit", 2));
        JsonNode page;
        do {
            page = api.post("sam", form.form() + "/records/query", query)
                    .orFail("asking")
                    .body();
            page.path("items").forEach(item -> codes.add(item.at("/data/code").asText()));
            query.put("after", page.path("next").textValue());
        } while (page.hasNonNull("next"));
        return codes;
    }

    private List<String> refusals(String who, String sort, Object from) {
        Api.Result refused = api.post(who, form.form() + "/records/query", Map.of("sort", List.of(sort), "from", from));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).doesNotContain("密密");
        return BatchForm.findings(refused);
    }

    private void record(Map<String, Object> data) {
        api.post("sam", form.form() + "/records", Map.of("data", data)).orFail("creating");
    }
}
