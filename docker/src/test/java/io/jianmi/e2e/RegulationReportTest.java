package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The report of a law counts what the installation does, for those who oversee it. */
@Tag("slow")
@ExtendWith(WithServer.class)
class RegulationReportTest {

    private final Api api;
    private final String report;

    RegulationReportTest(RunningServer server) {
        api = new Api(Installation.site(server));
        report = api.site().tenantPath() + "/privacy/report";
    }

    @Test
    void everyLawIsReportedOnWithFactsOfThisInstallation() {
        for (String law : List.of("pipl", "gdpr", "ccpa")) {
            JsonNode answer =
                    api.get("paul", report + "?law=" + law).orFail(law).body();
            assertThat(answer.path("law").asText()).isEqualTo(law);
            assertThat(answer.path("articles").size()).isGreaterThan(5);
        }
        JsonNode before = control("requests");
        RightsDesk desk = new RightsDesk(api);
        String record = api.post("sam", DemoCrm.CUSTOMERS, Map.of("data", DemoCrm.data(Installation.number())))
                .orFail("creating")
                .body()
                .path("id")
                .asText();
        desk.make("correct", desk.subject("customer", record));
        assertThat(control("requests").at("/facts/requests").asInt())
                .isGreaterThan(before.at("/facts/requests").asInt());
        assertThat(control("encryption").at("/facts/encrypted").asInt()).isPositive();
        assertThat(control("audit").at("/facts/entries").asInt()).isPositive();
    }

    @Test
    void onlyThoseWhoOverseeHaveIt() {
        for (String overseer : List.of("paul", "audra", "admin")) {
            assertThat(api.get(overseer, report).ok()).as(overseer).isTrue();
        }
        for (String other : List.of("sam", "designer", "nora")) {
            assertThat(api.get(other, report).code()).as(other).isEqualTo("request.not-found");
        }
        assertThat(api.get("paul", report + "?law=hipaa").code()).isEqualTo("request.invalid-parameter");
    }

    private JsonNode control(String key) {
        for (JsonNode article :
                api.get("paul", report).orFail("the report").body().path("articles")) {
            for (JsonNode control : article.path("controls")) {
                if (control.path("key").asText().equals(key)) {
                    return control;
                }
            }
        }
        throw new AssertionError(key);
    }
}
