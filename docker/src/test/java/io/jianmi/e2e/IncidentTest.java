package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Sql;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An approval whose end cannot be stored: it says so, goes on when its cause is mended, and holds nothing up for ever. */
@Tag("slow")
@ExtendWith(WithServer.class)
class IncidentTest {

    private static final String FORM = """
            {"kind": "form", "key": "%s", "title": "唯一", "fields": [
              {"key": "code", "type": "text", "title": "编号", "unique": true, "sensitivity": {"level": "internal"}}],
             "permissionGroups": [
              {"key": "admin", "title": "管理", "members": {"roles": ["admin"]},
               "actions": ["create", "read", "update", "delete", "manage"], "fields": {"*": "edit"}},
              {"key": "sales", "title": "销售", "members": {"roles": ["sales"]}, "scope": "createdBy = user.id",
               "actions": ["create", "read", "update"], "fields": {"*": "edit"}}]}
            """;

    private static final String WORKFLOW = """
            {"kind": "workflow", "key": "%1$s", "title": "唯一", "form": "%1$s", "nodes": [
              {"key": "submit", "type": "start"},
              {"key": "look", "type": "approval", "title": "审核", "assignees": {"members": ["mia"]}, "fields": {"*": "read"}},
              {"key": "done", "type": "end", "set": {"code": "\\"TAKEN\\""}}],
             "edges": [{"from": "submit", "to": "look"}, {"from": "look", "to": "done"}]}
            """;

    private final Api api;
    private String form = "";
    private String holder = "";
    private String stuck = "";

    IncidentTest(RunningServer server) {
        api = new Api(Installation.site(server));
    }

    /** The first record gets the code that every end sets; the second cannot have it. */
    @BeforeEach
    void anEndThatCannotBeStored() {
        String key = "incident-" + Integer.toString(Installation.number(), 36);
        form = api.site().formPath(MatrixExhibits.APP, key);
        new MatrixExhibits(api).publish();
        publish(form, FORM.formatted(key));
        publish(api.site().tenantPath() + "/apps/" + MatrixExhibits.APP + "/workflows/" + key, WORKFLOW.formatted(key));
        holder = approved("A");
        assertThat(workflow("sam", holder).path("status").asText()).isEqualTo("completed");
        stuck = approved("B");
        giveUp();
    }

    @Test
    void saysWhatIsWrongAndGoesOnWhenThatIsMended() {
        JsonNode shown = workflow("sam", stuck);
        assertThat(shown.path("status").asText()).isEqualTo("running");
        assertThat(shown.at("/problem/code").asText()).isEqualTo("record.not-unique");
        assertThat(shown.at("/problem/retries").asInt()).isGreaterThanOrEqualTo(8);
        assertThat(shown.path("problem").has("incident")).isFalse();
        JsonNode item = incidents("admin").body().at("/items/0");
        String id = item.path("id").asText();
        assertThat(item.at("/record/id").asText()).isEqualTo(stuck);
        assertThat(item.path("node").asText()).isEqualTo("done");
        assertThat(workflow("admin", stuck).at("/problem/incident").asText()).isEqualTo(id);

        assertThat(retry("admin", id).body().path("result").asText()).isEqualTo("failed");

        api.patch(
                        "admin",
                        form + "/records/" + holder,
                        Map.of("data", Map.of("code", "FREE")),
                        "If-Match",
                        etag(holder))
                .orFail("mending");
        assertThat(retry("admin", id).orFail("trying").body().path("result").asText())
                .isEqualTo("done");
        assertThat(workflow("sam", stuck).path("status").asText()).isEqualTo("completed");
        assertThat(workflow("sam", stuck).has("problem")).isFalse();
        assertThat(workflow("sam", stuck).path("entries").findValuesAsText("action"))
                .containsExactly("submit", "approve", "retry", "retry", "end");
        assertThat(retry("admin", id).status()).isEqualTo(404);
    }

    @Test
    void endedByAnAdministratorItHoldsNothingUp() {
        api.post(
                        "admin",
                        form + "/records/" + stuck + "/workflow/terminate",
                        Map.of("comment", "作废"),
                        "Prefer",
                        "wait=10")
                .orFail("ending");

        assertThat(workflow("sam", stuck).path("status").asText()).isEqualTo("terminated");
        api.patch(
                        "sam",
                        form + "/records/" + stuck,
                        Map.of("data", Map.of("code", "C"), "submit", true),
                        "If-Match",
                        etag(stuck),
                        "Prefer",
                        "wait=10")
                .orFail("submitting anew");
        assertThat(workflow("sam", stuck).at("/openTasks/0/node").asText()).isEqualTo("look");
    }

    /** Not what the engine does at will: its failure is written as the relay writes it. */
    @Test
    void theEngineThatCannotForgetAnEndedInstanceIsAnIncidentToo() {
        api.post(
                        "admin",
                        form + "/records/" + stuck + "/workflow/terminate",
                        Map.of("comment", "作废"),
                        "Prefer",
                        "wait=10")
                .orFail("ending");
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            sql.run("""
                    insert into t_demo.outbox (topic, key, body, attempts, failure, parked_at)
                    select 'workflow.cancel', v.record, json_build_object('instance', v.instance, 'token', v.token)::text, 8,
                    'java.lang.IllegalStateException', now() from (select i.record, w.instance, w.token from t_demo.wf_visit w
                    join t_demo.wf_instance i on i.id = w.instance where i.record = ? order by w.opened_at limit 1) v
                    """, UUID.fromString(stuck));
        }

        JsonNode item = incidents("admin").body().at("/items/0");

        assertThat(item.at("/record/id").asText()).isEqualTo(stuck);
        assertThat(item.path("node").asText()).isEqualTo("look");
        assertThat(item.path("code").asText()).isEqualTo("internal");
        assertThat(retry("admin", item.path("id").asText())
                        .orFail("trying")
                        .body()
                        .path("result")
                        .asText())
                .isEqualTo("done");
        assertThat(incidents("admin").body().at("/items/0/record/id").asText()).isNotEqualTo(stuck);
    }

    @Test
    void isNobodysButTheAdministrators() {
        String id = incidents("admin").body().at("/items/0/id").asText();
        for (String other : new String[] {"sam", "mia", "designer", "audra", "nora"}) {
            assertThat(incidents(other).code()).isEqualTo("identity.forbidden");
            assertThat(retry(other, id).code()).isEqualTo("identity.forbidden");
            assertThat(retry(other, "0").code()).isEqualTo("identity.forbidden");
        }
        assertThat(retry("admin", "0").code()).isEqualTo("request.not-found");
        assertThat(api.get("admin", api.site().tenantPath() + "/incidents?after=x")
                        .code())
                .isEqualTo("request.invalid-parameter");
    }

    private Api.Result incidents(String member) {
        return api.get(member, api.site().tenantPath() + "/incidents");
    }

    private Api.Result retry(String member, String id) {
        return api.post(member, api.site().tenantPath() + "/incidents/" + id + "/retry", "{}", "Prefer", "wait=8");
    }

    private String approved(String code) {
        String id = api.post(
                        "sam",
                        form + "/records",
                        Map.of("data", Map.of("code", code), "submit", true),
                        "Prefer",
                        "wait=10")
                .orFail("submitting")
                .body()
                .path("id")
                .asText();
        String tasks = api.site().tenantPath() + "/tasks";
        String task = api.get("mia", tasks + "?box=todo&record=" + id)
                .body()
                .at("/items/0/id")
                .asText();
        api.post("mia", tasks + "/" + task + "/approve", "{}", "Prefer", "wait=2")
                .orFail("approving");
        return id;
    }

    /** What takes the engine half a minute: it has failed almost often enough already. */
    private void giveUp() {
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            String of = " \"t_demo\".outbox where key = ?";
            for (int i = 0;
                    i < 200
                            && sql.number(
                                            "select count(*) from" + of + " and parked_at is not null",
                                            UUID.fromString(stuck))
                                    == 0;
                    i++) {
                sql.run(
                        "update \"t_demo\".outbox set attempts = 7, next_at = now() where key = ? and parked_at is null and attempts > 0",
                        UUID.fromString(stuck));
                Installation.pause(100);
            }
        }
    }

    private String etag(String record) {
        return api.get("admin", form + "/records/" + record)
                .headers()
                .firstValue("etag")
                .orElseThrow();
    }

    private JsonNode workflow(String member, String record) {
        return api.get(member, form + "/records/" + record + "/workflow")
                .orFail("the workflow")
                .body();
    }

    private void publish(String address, String definition) {
        api.put("designer", address + "/draft", definition).orFail("drafting");
        api.post("designer", address + "/publish", "{}").orFail("publishing");
    }
}
