package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Running instances keep their version until a designer takes them to another, and go on there as it says. */
@Tag("slow")
@ExtendWith(WithServer.class)
class MigrationTest {

    private static final String FORM = """
            {"kind": "form", "key": "%s", "title": "迁移", "fields": [
              {"key": "code", "type": "text", "title": "编号", "sensitivity": {"level": "internal"}}],
             "permissionGroups": [
              {"key": "admin", "title": "管理", "members": {"roles": ["admin"]},
               "actions": ["create", "read", "update", "manage"], "fields": {"*": "edit"}},
              {"key": "sales", "title": "销售", "members": {"roles": ["sales"]}, "scope": "createdBy = user.id",
               "actions": ["create", "read", "update"], "fields": {"*": "edit"}}]}
            """;

    private static final String APPROVAL = """
            {"key": "%s", "type": "approval", "title": "审核", "assignees": {"members": ["%s"]}, "fields": {"*": "read"}}""";

    private final Api api;
    private String key = "";
    private String form = "";
    private String workflow = "";

    MigrationTest(RunningServer server) {
        api = new Api(Installation.site(server));
    }

    @BeforeEach
    void oneStepToTheEnd() {
        key = "migrate-" + Integer.toString(Installation.number(), 36);
        form = api.site().formPath(MatrixExhibits.APP, key);
        workflow = api.site().tenantPath() + "/apps/" + MatrixExhibits.APP + "/workflows/" + key;
        new MatrixExhibits(api).publish();
        publish(form, FORM.formatted(key));
        publish(workflow, steps("look", "mia"));
    }

    @Test
    void theyGoOnInTheNewVersionWithWhatTheyHave() {
        String waiting = submitted("A");
        String other = submitted("B");
        publish(workflow, steps("look", "mia", "pay", "fay"));

        JsonNode looked = migrate("?dryRun=true", Map.of()).body();
        assertThat(looked.path("to").asInt()).isEqualTo(2);
        assertThat(looked.path("fits").asInt()).isEqualTo(2);
        assertThat(looked.path("unfit")).isEmpty();
        assertThat(looked.path("next").isNull()).isTrue();
        approve("mia", other);
        assertThat(state(other).path("status").asText())
                .as("looking moves nobody")
                .isEqualTo("completed");

        assertThat(migrate("", Map.of("from", 1, "to", 2)).body().path("fits").asInt())
                .isEqualTo(1);
        awaitMoved(waiting);
        approve("mia", waiting);
        assertThat(state(waiting).at("/openTasks/0/node").asText()).isEqualTo("pay");
        approve("fay", waiting);
        assertThat(state(waiting).path("status").asText()).isEqualTo("completed");
        assertThat(state(waiting).path("entries").findValuesAsText("action"))
                .containsExactly("submit", "migrate", "approve", "approve", "end");
        assertThat(migrate("", Map.of()).body().path("fits").asInt())
                .as("nobody is left")
                .isZero();
    }

    @Test
    void whatDoesNotFitStaysAndSaysWhy() {
        String waiting = submitted("A");
        publish(workflow, steps("check", "mia"));

        JsonNode unfit = migrate("", Map.of()).body();
        assertThat(unfit.path("fits").asInt()).isZero();
        assertThat(unfit.at("/unfit/0/code").asText()).isEqualTo("workflow.migration-node-gone");
        assertThat(unfit.at("/unfit/0/node").asText()).isEqualTo("look");
        assertThat(unfit.at("/unfit/0/count").asInt()).isEqualTo(1);
        approve("mia", waiting);
        assertThat(state(waiting).path("status").asText()).isEqualTo("completed");
    }

    @Test
    void onlyDesignersMoveThemAndOnlyToWhatThereIs() {
        for (String member : new String[] {"sam", "mia", "audra", "nora"}) {
            assertThat(api.post(member, workflow + "/migrations", "{}").status())
                    .as(member)
                    .isIn(403, 404);
        }
        assertThat(migrate("", Map.of("to", 9)).status()).isEqualTo(404);
        Api.Result bad = migrate("", Map.of("from", "one", "after", "x"));
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.body().path("errors").findValuesAsText("pointer")).containsExactly("/from", "/after");
        assertThat(api.post("designer", workflow + "-none/migrations", "{}").status())
                .isEqualTo(404);
    }

    private Api.Result migrate(String query, Map<String, ?> body) {
        return api.post("designer", workflow + "/migrations" + query, body);
    }

    /** A straight line of approvals: keys and members in turn. */
    private String steps(String... nodesAndMembers) {
        StringBuilder nodes = new StringBuilder("{\"key\": \"submit\", \"type\": \"start\"}");
        StringBuilder edges = new StringBuilder();
        String before = "submit";
        for (int i = 0; i < nodesAndMembers.length; i += 2) {
            String node = nodesAndMembers[i];
            nodes.append(", ").append(APPROVAL.formatted(node, nodesAndMembers[i + 1]));
            edges.append("{\"from\": \"%s\", \"to\": \"%s\"}, ".formatted(before, node));
            before = node;
        }
        return """
                {"kind": "workflow", "key": "%1$s", "title": "迁移", "form": "%1$s",
                 "nodes": [%2$s, {"key": "done", "type": "end"}], "edges": [%3$s{"from": "%4$s", "to": "done"}]}
                """.formatted(key, nodes, edges, before);
    }

    private String submitted(String code) {
        return api.post(
                        "sam",
                        form + "/records",
                        Map.of("data", Map.of("code", code), "submit", true),
                        "Prefer",
                        "wait=10")
                .orFail("submitting")
                .body()
                .path("id")
                .asText();
    }

    private void approve(String member, String record) {
        String tasks = api.site().tenantPath() + "/tasks";
        String task = api.get(member, tasks + "?box=todo&record=" + record)
                .body()
                .at("/items/0/id")
                .asText();
        api.post(member, tasks + "/" + task + "/approve", "{}", "Prefer", "wait=10")
                .orFail("approving");
    }

    /** The relay moves it soon after the answer. */
    private void awaitMoved(String record) {
        for (int i = 0; i < 100; i++) {
            if (state(record).path("entries").findValuesAsText("action").contains("migrate")) {
                return;
            }
            Installation.pause(100);
        }
        assertThat(state(record).path("entries")).as("it has been moved").isEmpty();
    }

    private JsonNode state(String record) {
        return api.get("sam", form + "/records/" + record + "/workflow")
                .orFail("the workflow")
                .body();
    }

    private void publish(String address, String definition) {
        api.put("designer", address + "/draft", definition).orFail("drafting");
        api.post("designer", address + "/publish", "{}").orFail("publishing");
    }
}
