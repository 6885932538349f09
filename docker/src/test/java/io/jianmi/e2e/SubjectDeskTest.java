package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Sql;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The privacy desk finds a person by exactly what identifies her, and nobody else finds anybody. */
@Tag("slow")
@ExtendWith(WithServer.class)
class SubjectDeskTest {

    private final Api api;
    private final String subjects;
    private final Map<String, Object> data = DemoCrm.data(Installation.number());
    private final String mobile = String.valueOf(data.get("mobile"));

    SubjectDeskTest(RunningServer server) {
        api = new Api(Installation.site(server));
        subjects = api.site().tenantPath() + "/privacy/subjects";
    }

    @Test
    void whoeverIsIdentifiedIsFoundWithoutAValueOfHers() {
        String record = created();
        String person = person(record);

        Api.Result found = search("paul", mobile).orFail("searching");
        Api.Result shown = api.get("paul", subjects + "/" + person).orFail("showing");

        assertThat(found.body().path("items").findValuesAsText("id")).containsExactly(person);
        assertThat(found.headers().firstValue("cache-control")).contains("no-store");
        assertThat(shown.body().path("forms")).hasSize(1);
        assertThat(shown.body().at("/forms/0/form").asText()).isEqualTo("customer");
        assertThat(shown.body().at("/forms/0/records").asInt()).isEqualTo(1);
        assertThat(shown.body().at("/forms/0/newest/0").asText()).isEqualTo(record);
        assertThat(found.text() + shown.text()).doesNotContain(mobile);
        assertThat(search("paul", mobile.substring(0, 10)).body().path("items")).isEmpty();
        AuditTrail trail = new AuditTrail(api.site());
        for (Api.Result look : List.of(found, shown)) {
            assertThat(trail.soon(look)).hasSize(1).allSatisfy(entry -> {
                assertThat(entry.path("obj").asText()).isEqualTo("subject/" + person);
                assertThat(entry.toString()).doesNotContain(mobile);
            });
        }
    }

    @Test
    void nobodyElseFindsAnybody() {
        String person = person(created());
        for (String other : List.of("sam", "admin", "audra", "nora")) {
            assertThat(search(other, mobile).code()).as(other).isEqualTo("request.not-found");
            assertThat(api.get(other, subjects + "/" + person).code()).as(other).isEqualTo("request.not-found");
        }
        assertThat(api.get("paul", subjects + "/" + HiddenOrMissingTest.MISSING).code())
                .isEqualTo("request.not-found");
        assertThat(search("paul", " ").code()).isEqualTo("request.invalid-parameter");
    }

    private Api.Result search(String who, String value) {
        return MinuteBudget.asked(() -> api.get(who, subjects + "?search=" + value.replace(" ", "%20")));
    }

    private String created() {
        return api.post("sam", DemoCrm.CUSTOMERS, Map.of("data", data))
                .orFail("creating")
                .body()
                .path("id")
                .asText();
    }

    private String person(String record) {
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            return sql.texts(
                            "select subject_id::text from " + sql.formTable("demo", "customer") + " where id = ?::uuid",
                            record)
                    .get(0);
        }
    }
}
