package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One search over what somebody may see: what it finds by which words, and what it never does. */
@Tag("slow")
@ExtendWith(WithServer.class)
class SearchTest {

    private final Api api;

    SearchTest(RunningServer server) {
        api = new Api(Installation.site(server));
    }

    @Test
    void findsByClearTextsForThoseWhoListTheForm() {
        JsonNode made = customer();
        String no = made.at("/data/no").asText();

        JsonNode sams = search("sam", Map.of("text", no.toLowerCase(Locale.ROOT)));

        assertThat(ids(sams)).containsExactly(made.path("id").asText());
        assertThat(sams.at("/records/0/match/text").asText()).contains(no);
        assertThat(search("nora", Map.of("text", no)).path("records")).isEmpty();
    }

    @Test
    void findsProtectedValuesWholeOnlyAndOnlyWhenAskedTo() {
        JsonNode made = customer();
        String mobile = made.at("/data/mobile").asText();

        JsonNode plain = search("sam", Map.of("text", mobile));
        assertThat(plain.path("records")).isEmpty();
        assertThat(plain.path("exact").asBoolean()).isTrue();
        assertThat(ids(search("sam", Map.of("text", mobile, "exact", true))))
                .containsExactly(made.path("id").asText());
        assertThat(search("sam", Map.of("text", mobile.substring(0, 8), "exact", true))
                        .path("records"))
                .isEmpty();
    }

    @Test
    void findsFormsAndViewsByName() {
        JsonNode found = search("sam", Map.of("text", "客户", "limit", 20));

        assertThat(found.path("forms"))
                .anyMatch(form -> form.path("form").asText().equals("customer"));
        assertThat(search("sam", Map.of("text", "我的", "form", "customer")).path("views"))
                .allMatch(view -> view.path("form").asText().equals("customer"));
        assertThat(api.post("sam", address(), Map.of("text", " ")).code()).isEqualTo("record.validation");
        assertThat(api.get("sam", address() + "?q=x").status()).isIn(404, 405);
    }

    private JsonNode customer() {
        return api.post("sam", DemoCrm.CUSTOMERS, Map.of("data", DemoCrm.data(Installation.number())))
                .orFail("creating")
                .body();
    }

    private static Iterable<String> ids(JsonNode found) {
        return StreamSupport.stream(found.path("records").spliterator(), false)
                .map(record -> record.path("id").asText())
                .toList();
    }

    private JsonNode search(String who, Map<String, Object> body) {
        return api.post(who, address(), body).orFail("searching").body();
    }

    private String address() {
        return api.site().tenantPath() + "/search";
    }
}
