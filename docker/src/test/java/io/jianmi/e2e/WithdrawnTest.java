package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What may be read because its person agreed is read until she takes that back, in a record or at the privacy desk, and again when she agrees anew. */
@Tag("slow")
@ExtendWith(WithServer.class)
class WithdrawnTest {

    private static final String DEFINITION = """
            {"kind": "form", "key": "%1$s", "title": "会员", "fields": [
              {"key": "name", "type": "text", "title": "称呼", "sensitivity": {"level": "internal"}},
              {"key": "budget", "type": "number", "title": "预算", "scale": 0,
               "sensitivity": {"level": "internal", "lawfulBasis": "consent", "purposes": ["marketing"]}},
              {"key": "half", "type": "number", "title": "一半", "scale": 0, "formula": "budget * 0.5"},
              {"key": "mobile", "type": "phone", "title": "手机", "sensitivity": {"level": "personal", "kind": "phone",
               "lawfulBasis": "consent", "purposes": ["marketing", "service"], "search": ["exact"]}},
              {"key": "health", "type": "text", "title": "健康", "sensitivity": {"level": "sensitive", "kind": "health",
               "lawfulBasis": "consent", "purposes": ["marketing", "service"]}},
              {"key": "agreed", "type": "consent", "title": "同意", "notice": "v1", "purposes": ["service", "marketing"]}],
             "permissionGroups": [{"key": "sales", "title": "销售", "members": {"roles": ["sales"]},
               "actions": ["create", "read", "update", "delete", "restore", "export"],
               "fields": {"*": "edit", "mobile": "edit", "health": "reveal"}, "replace": ["health"],
               "reveal": {"purposes": ["marketing", "service"], "minutes": 5}}]}
            """;

    private final Api api;
    private final ConsentForm form;
    private String record = "";

    WithdrawnTest(RunningServer server) {
        api = new Api(Installation.site(server));
        new MatrixExhibits(api).publish();
        form = new ConsentForm(api, DEFINITION, "v1");
    }

    @BeforeEach
    void aPersonWhoAgreedToBoth() {
        record = form.create(data("8800", "service", "marketing"));
    }

    @Test
    void whatRestsOnItIsWithheldUntilSheAgreesAgain() {
        assertThat(record().at("/access/budget").asText()).isEqualTo("edit");
        assertThat(record().has("withdrawn")).isFalse();

        withdraw("marketing");
        JsonNode cut = record();
        assertThat(cut.at("/access/budget").asText()).isEqualTo("masked");
        assertThat(cut.at("/data/budget/masked").asText()).isEqualTo("******");
        assertThat(cut.at("/data/half/masked").asText()).isEqualTo("******");
        assertThat(cut.at("/data/mobile").isTextual()).as("service carries it").isTrue();
        assertThat(cut.path("withdrawn")).extracting(JsonNode::asText).containsExactly("budget", "half");

        withdraw("service");
        assertThat(record().at("/data/mobile/masked").asText()).isNotEmpty();
        assertThat(record().at("/data/health/masked").asText()).isNotEmpty();

        give("service");
        assertThat(record().at("/data/mobile").isTextual()).isTrue();
        assertThat(record().at("/access/budget").asText()).isEqualTo("masked");
    }

    /** He who is about to change the record is told at once; what he may no longer read he overwrites unread. */
    @Test
    void aChangedAnswerInTheRecordCountsAtOnce() {
        Map<String, Object> none = Map.of("agreed", Map.of("notice", "v1", "given", List.of()));
        JsonNode answer = patch(1, none).orFail("answering").body();

        assertThat(answer.at("/data/budget/masked").asText()).isEqualTo("******");
        assertThat(patch(2, Map.of("budget", "9900")).text()).contains("field.replace-required");
        assertThat(patch(2, Map.of("budget", Map.of("replace", "9900"))).status())
                .isEqualTo(200);
        assertThat(api.get("sam", path() + "/history").orFail("the history").text())
                .doesNotContain("8800")
                .doesNotContain("9900");
    }

    @Test
    void noRevealOutlivesItAndNoneIsGivenForItsPurpose() {
        assertThat(reveal("marketing").status()).isEqualTo(200);
        assertThat(record().at("/data/health").asText()).isEqualTo("青霉素过敏史");
        withdraw("marketing");
        assertThat(record().toString()).doesNotContain("青霉素过敏史");
        assertThat(reveal("marketing").text()).contains("consent.missing");
        assertThat(reveal("service").status()).isEqualTo(200);
        assertThat(record().at("/data/health").asText()).isEqualTo("青霉素过敏史");

        withdraw("service");
        assertThat(record().toString()).doesNotContain("青霉素过敏史");
        assertThat(reveal("service").code()).isEqualTo("reveal.not-allowed");
    }

    @Test
    void nothingIsComputedWithIt() {
        String other = form.create(data("7700", "service", "marketing"));
        withdraw("marketing");
        withdraw("service");
        Map<String, Object> some = Map.of("field", "budget", "op", "isNotEmpty");
        Map<String, Object> mobile = Map.of("field", "mobile", "op", "eq", "value", "13912345678");

        assertThat(ids(Map.of("filter", some))).containsExactly(other);
        assertThat(ids(Map.of("filter", mobile))).containsExactly(other);
        assertThat(ids(Map.of("filter", Map.of("not", Map.of("not", some))))).containsExactly(other);
        assertThat(ids(Map.of("sort", List.of("budget")))).containsExactly(other, record);
        assertThat(ids(Map.of("sort", List.of("-budget"))))
                .as("last either way")
                .containsExactly(other, record);
        String after = query(Map.of("sort", List.of("budget"), "limit", 1))
                .path("next")
                .asText();
        assertThat(after).isNotEmpty();
        assertThat(ids(Map.of("sort", List.of("budget"), "after", after))).containsExactly(record);
    }

    private static Map<String, Object> data(String budget, String... given) {
        Map<String, Object> data = new LinkedHashMap<>(ConsentForm.answer("v1", given));
        data.putAll(Map.of("name", "王女士", "budget", budget, "mobile", "13912345678", "health", "青霉素过敏史"));
        return data;
    }

    private String path() {
        return form.records() + "/" + record;
    }

    private JsonNode record() {
        return api.get("sam", path()).orFail("reading").body();
    }

    private Api.Result patch(int version, Map<String, Object> data) {
        return api.patch("sam", path(), Map.of("data", data), "If-Match", "\"" + version + "\"");
    }

    private Api.Result reveal(String purpose) {
        Map<String, Object> body = Map.of("fields", List.of("health"), "purpose", purpose, "reason", "回访确认");
        return api.post("sam", path() + "/reveal", body);
    }

    private JsonNode query(Map<String, Object> query) {
        return api.post("sam", form.records() + "/query", query)
                .orFail("asking")
                .body();
    }

    private List<String> ids(Map<String, Object> query) {
        List<String> ids = new ArrayList<>();
        query(query).path("items").forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private void withdraw(String purpose) {
        JsonNode agreed = form.ledger(form.subject(record)).stream()
                .filter(event -> event.path("purpose").asText().equals(purpose)
                        && event.path("stands").asBoolean())
                .findFirst()
                .orElseThrow();
        api.send("POST", "paul", form.consents() + "/" + agreed.path("id").asText() + "/withdraw", null)
                .orFail("withdrawing");
    }

    private void give(String purpose) {
        api.post(
                        "paul",
                        form.consents(),
                        Map.of("subject", form.subject(record), "notice", "v1", "purpose", purpose, "form", form.key()))
                .orFail("giving");
    }
}
