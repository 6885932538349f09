package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who looked, who searched and who was refused is on record, with the request's id (design 7). */
@Tag("slow")
@ExtendWith(WithServer.class)
class AuditTrailTest {

    private final Api api;
    private final AuditTrail trail;
    private String sams = "";

    AuditTrailTest(RunningServer server) {
        api = new Api(Installation.site(server));
        trail = new AuditTrail(api.site());
    }

    @BeforeEach
    void aCustomerOfSam() {
        sams = api.post("sam", DemoCrm.CUSTOMERS, Map.of("data", DemoCrm.data(Installation.number())))
                .orFail("creating")
                .body()
                .path("id")
                .asText();
    }

    @Test
    void everyRefusalLeavesAnEntry() {
        Map<String, Object> change = Map.of("data", Map.of("level", "C"));
        Map<String, Object> reveal = Map.of("fields", List.of("idNumber"), "purpose", "contract", "reason", "核对");
        Map<String, Object> masked =
                Map.of("filter", Map.of("field", "idNumber", "op", "eq", "value", "11010519491231002X"));
        Map<String, Api.Result> refused = new LinkedHashMap<>();
        refused.put("record.read", api.get("sue", DemoCrm.customer(sams)));
        refused.put("record.history", api.get("sue", DemoCrm.customer(sams) + "/history"));
        refused.put("record.timeline", api.get("sue", DemoCrm.workflow(sams)));
        refused.put("record.update", api.patch("sue", DemoCrm.customer(sams), change, "If-Match", "\"1\""));
        refused.put("record.trash", api.delete("sue", DemoCrm.customer(sams), "If-Match", "\"1\""));
        refused.put("record.restore", api.post("sue", DemoCrm.customer(sams) + "/restore", "{}"));
        refused.put("record.reveal", api.post("sam", DemoCrm.customer(sams) + "/reveal", reveal));
        refused.put("record.query", api.post("sue", DemoCrm.CUSTOMERS + "/query", masked));
        refused.put("record.create", api.post("audra", DemoCrm.CUSTOMERS, change));
        refused.put("record.compute", api.post("nora", DemoCrm.CUSTOMERS + "/compute", change));
        refused.put("task.show", api.get("sue", DemoCrm.TASKS + "/" + sams));
        refused.put("task.approve", api.post("sue", DemoCrm.TASKS + "/" + sams + "/approve", "{}"));
        refused.put("audit.read", api.get("sue", DemoCrm.TENANT + "/audit/head"));
        refused.put("form.draft", api.put("sam", DemoCrm.CUSTOMER_FORM + "/draft", Map.of("key", "wrong")));
        refused.put("app.create", api.post("sam", DemoCrm.TENANT + "/apps", Map.of("key", "x", "title", "x")));

        refused.forEach((action, answer) -> {
            assertThat(answer.status()).as(action + ": " + answer.text()).isIn(403, 404, 422);
            List<JsonNode> entries = trail.soon(answer);
            assertThat(entries).as(action).hasSize(1);
            assertThat(entries.get(0).path("act").asText()).isEqualTo(action);
            assertThat(entries.get(0).path("allowed").asBoolean(true))
                    .as(action)
                    .isFalse();
            assertThat(entries.get(0).at("/ctx/problem").asText()).as(action).isNotEmpty();
        });
    }

    /** A designer's shape comes after the right to design: the refusal does not depend on what was sent. */
    @Test
    void whoMayNotDesignIsToldSoWhateverHeSends() {
        for (String body : List.of("{}", "[]", "{\"key\":\"customer\"}", "null")) {
            Api.Result answer = api.send("PUT", "sam", DemoCrm.CUSTOMER_FORM + "/draft", body);
            assertThat(answer.status()).as(body + answer.text()).isEqualTo(403);
        }
    }

    @Test
    void aSearchIsOnRecordBeforeItIsAnswered() {
        String mobile = CanaryForm.mobile(Installation.number());
        Api.Result answer = api.post(
                        "mia",
                        DemoCrm.CUSTOMERS + "/query",
                        Map.of("filter", Map.of("field", "mobile", "op", "eq", "value", mobile)))
                .orFail("searching");

        List<JsonNode> entries = trail.now(answer);
        assertThat(entries).extracting(entry -> entry.path("act").asText()).contains("record.search");
        assertThat(entries.toString()).contains("mobile/exact").doesNotContain(mobile);
    }

    @Test
    void anOpenedSensitiveValueIsOnRecordBeforeItIsAnswered() {
        Map<String, Object> reveal = Map.of("fields", List.of("idNumber"), "purpose", "contract", "reason", "核对");
        Api.Result revealed =
                api.post("mia", DemoCrm.customer(sams) + "/reveal", reveal).orFail("revealing");
        assertThat(trail.now(revealed))
                .extracting(entry -> entry.path("act").asText())
                .contains("record.reveal");

        Api.Result open = api.get("mia", DemoCrm.customer(sams)).orFail("reading");
        assertThat(open.body().at("/access/idNumber").asText()).isEqualTo("read");
        assertThat(trail.now(open)).hasSize(1);
        assertThat(trail.now(open).get(0).at("/ctx/level").asText()).isEqualTo("sensitive");
    }

    @Test
    void readingPersonalValuesIsOnRecordShortlyAfter() {
        Map<String, Api.Result> read = Map.of(
                "record.read", api.get("sam", DemoCrm.customer(sams)),
                "record.history", api.get("sam", DemoCrm.customer(sams) + "/history"),
                "record.list", api.post("sam", DemoCrm.CUSTOMERS + "/query", Map.of("limit", 2)),
                "audit.read", api.get("audra", DemoCrm.TENANT + "/audit/entries?limit=1"));
        read.forEach((action, answer) -> {
            answer.orFail(action);
            assertThat(trail.soon(answer))
                    .as(action)
                    .extracting(entry -> entry.path("act").asText())
                    .containsExactly(action);
            assertThat(trail.now(answer).get(0).path("allowed").asBoolean()).isTrue();
        });
    }

    /** Each answer has an id of its own; what the caller would like it to be is ignored. */
    @Test
    void requestsAreNumberedByTheServer() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            ids.add(AuditTrail.request(
                    api.send("GET", "sam", DemoCrm.customer(sams), null, "X-Request-Id", "0192f0c4-mine")));
        }
        ids.add(AuditTrail.request(api.sendAs("GET", "", DemoCrm.customer(sams), null)));
        ids.add(AuditTrail.request(api.get("sam", "/api/v1/no/such/thing")));

        assertThat(ids).hasSize(5).doesNotContain("0192f0c4-mine");
    }
}
