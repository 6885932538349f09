package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A form with a workflow of two steps that offer every act: both managers, then finance. */
final class ActsForm {

    private static final String DEFINITION = """
            {"kind": "form", "key": "%s", "title": "合同", "fields": [
              {"key": "code", "type": "text", "title": "编号", "sensitivity": {"level": "internal"}},
              {"key": "name", "type": "text", "title": "姓名",
               "sensitivity": {"level": "personal", "kind": "name", "purposes": ["sales"]}}],
             "permissionGroups": [
              {"key": "admin", "title": "管理", "members": {"roles": ["admin"]},
               "actions": ["create", "read", "update", "delete", "restore", "manage"], "fields": {"*": "edit"}},
              {"key": "sales", "title": "销售", "members": {"roles": ["sales"]}, "scope": "createdBy = user.id",
               "actions": ["create", "read", "update"], "fields": {"*": "edit"}}]}
            """;

    private static final String WORKFLOW = """
            {"kind": "workflow", "key": "%s", "title": "合同审批", "form": "%s", "nodes": [
              {"key": "submit", "type": "start", "title": "提交"},
              {"key": "managers", "type": "approval", "title": "主管", "assignees": {"roles": ["sales-manager"]},
               "sign": {"mode": "all"}, "fields": {"code": "edit", "name": "masked"},
               "actions": ["approve", "reject", "return", "transfer", "addSigner", "removeSigner", "save"]},
              {"key": "finance", "type": "approval", "title": "财务", "assignees": {"roles": ["finance"]},
               "fields": {"code": "read", "name": "read"},
               "actions": ["approve", "reject", "return"], "return": {"to": ["managers", "start"]}},
              {"key": "done", "type": "end"}],
             "edges": [{"from": "submit", "to": "managers"}, {"from": "managers", "to": "finance"},
              {"from": "finance", "to": "done"}],
             "withdraw": {"by": "initiator", "before": ["finance"]}}
            """;

    private final Api api;
    private final String form;
    private final String workflow;

    ActsForm(Api api) {
        this(api, WORKFLOW);
    }

    /** @param flow another workflow, with the form's key twice to be put in */
    ActsForm(Api api, String flow) {
        this.api = api;
        String key = "acts-" + Integer.toString(Installation.number(), 36);
        this.form = api.site().formPath(MatrixExhibits.APP, key);
        new MatrixExhibits(api).publish();
        publish(form, DEFINITION.formatted(key));
        String apps = api.site().tenantPath() + "/apps/" + MatrixExhibits.APP;
        this.workflow = apps + "/workflows/" + key;
        publish(workflow, flow.formatted(key, key));
    }

    private void publish(String address, String definition) {
        api.put("designer", address + "/draft", definition).orFail("drafting");
        api.post("designer", address + "/publish", "{}").orFail("publishing");
    }

    String form() {
        return form;
    }

    String workflowAddress() {
        return workflow;
    }

    String record(String id) {
        return form + "/records/" + id;
    }

    String submit(String member) {
        return api.post(
                        member,
                        form + "/records",
                        Map.of("data", Map.of("code", "C1", "name", "欧阳娜娜"), "submit", true),
                        "Prefer",
                        "wait=10")
                .orFail("submitting")
                .body()
                .path("id")
                .asText();
    }

    /** The newest task of somebody on the record, waited for. */
    String task(String member, String box, String record) {
        for (int i = 0; i < 100; i++) {
            JsonNode item = api.get(member, tasks() + "?box=" + box + "&record=" + record)
                    .body()
                    .at("/items/0/id");
            if (item.isTextual()) {
                return item.asText();
            }
            Installation.pause(100);
        }
        throw new AssertionError(member + " got no task in " + box);
    }

    String tasks() {
        return api.site().tenantPath() + "/tasks";
    }

    Api.Result act(String member, String task, String act, Map<String, Object> body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Prefer", "wait=10"));
        return api.post(member, tasks() + "/" + task + "/" + act, body, all.toArray(String[]::new));
    }

    Api.Result overall(String member, String record, String act, Map<String, Object> body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Prefer", "wait=10"));
        return api.post(member, record(record) + "/workflow/" + act, body, all.toArray(String[]::new));
    }

    JsonNode workflow(String member, String record) {
        return api.get(member, record(record) + "/workflow")
                .orFail("the workflow")
                .body();
    }

    List<String> timeline(String record) {
        return workflow("admin", record).path("entries").findValuesAsText("action");
    }

    String member(String name) {
        return new MatrixExhibits(api).member(name).path("id").asText();
    }
}
