package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A form whose workflow asks two people at once, one of them on both ways, before it goes to the director. */
final class ParallelForm {

    private static final String FORM = """
            {"kind": "form", "key": "%s", "title": "并行", "fields": [
              {"key": "code", "type": "text", "title": "编号", "sensitivity": {"level": "internal"}},
              {"key": "note", "type": "text", "title": "备注", "sensitivity": {"level": "internal"}},
              {"key": "margin", "type": "number", "title": "毛利", "scale": 2}],
             "permissionGroups": [
              {"key": "sales", "title": "销售", "members": {"roles": ["sales"]}, "actions": ["create", "read"],
               "fields": {"*": "edit"}}]}
            """;

    private static final String WORKFLOW = """
            {"kind": "workflow", "key": "%1$s", "form": "%1$s", "title": {"zh-CN": "并行", "en": "Side by side"}, "nodes": [
              {"key": "submit", "type": "start"},
              {"key": "split", "type": "parallel"},
              {"key": "look", "type": "approval", "title": {"zh-CN": "审核", "en": "Look"}, "assignees": {"members": ["mia"]},
               "fields": {"code": "read"}, "actions": ["approve", "reject", "return"]},
              {"key": "fill", "type": "handling", "title": {"zh-CN": "补录", "en": "Fill in"},
               "assignees": {"members": ["mia", "fay"]}, "fields": {"note": "read", "margin": "edit"}},
              {"key": "meet", "type": "join"},
              {"key": "director", "type": "approval", "assignees": {"members": ["dina"]}, "fields": {"*": "read"}},
              {"key": "done", "type": "end"}],
             "edges": [{"from": "submit", "to": "split"}, {"from": "split", "to": "look"}, {"from": "split", "to": "fill"},
              {"from": "look", "to": "meet"}, {"from": "fill", "to": "meet"}, {"from": "meet", "to": "director"},
              {"from": "director", "to": "done"}]}
            """;

    private final Api api;
    private final String form;
    private final String workflow;

    ParallelForm(Api api) {
        this.api = api;
        String key = "parallel-" + Integer.toString(Installation.number(), 36);
        this.form = api.site().formPath(MatrixExhibits.APP, key);
        this.workflow = api.site().tenantPath() + "/apps/" + MatrixExhibits.APP + "/workflows/" + key;
        new MatrixExhibits(api).publish();
        publish(form, FORM.formatted(key));
        publish(workflow, WORKFLOW.formatted(key));
    }

    private void publish(String address, String definition) {
        api.put("designer", address + "/draft", definition).orFail("drafting");
        api.post("designer", address + "/publish", "{}").orFail("publishing");
    }

    String workflow() {
        return workflow;
    }

    String record(String id) {
        return form + "/records/" + id;
    }

    /** A submitted record whose ways both wait. */
    String submit() {
        return api.post(
                        "sam",
                        form + "/records",
                        Map.of("data", Map.of("code", "C1", "note", "N1"), "submit", true),
                        "Prefer",
                        "wait=10")
                .orFail("submitting")
                .body()
                .path("id")
                .asText();
    }

    /** Open tasks of a member on a record, by node. */
    Map<String, String> tasks(String member, String record) {
        Map<String, String> tasks = new HashMap<>();
        api.get(member, api.site().tenantPath() + "/tasks?box=todo&record=" + record)
                .orFail("listing tasks")
                .body()
                .path("items")
                .forEach(item ->
                        tasks.put(item.path("node").asText(), item.path("id").asText()));
        return tasks;
    }

    /** The open task of a member at a node. */
    String open(String member, String record, String node) {
        return Objects.requireNonNull(tasks(member, record).get(node), "no such task");
    }

    String task(String id) {
        return api.site().tenantPath() + "/tasks/" + id;
    }

    Api.Result decide(String member, String task, String act) {
        return api.post(member, task(task) + "/" + act, Map.of(), "Prefer", "wait=10");
    }

    JsonNode flow(String record) {
        return api.get("sam", record(record) + "/workflow").orFail("reading").body();
    }

    List<String> openNodes(String record) {
        return flow(record).path("openTasks").findValuesAsText("node").stream()
                .sorted()
                .toList();
    }
}
