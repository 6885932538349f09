package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Sql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Protected fields that open by agreement: to sellers by a group's terms, where risk agrees; to finance within its step, where sales
 * managers agree; to the managers within theirs, at once.
 */
final class SecondPersonForm {

    private static final String DEFINITION = """
            {"kind": "form", "key": "%s", "title": "开户", "fields": [
              {"key": "code", "type": "text", "title": "编号", "sensitivity": {"level": "internal"}},
              {"key": "phone", "type": "phone", "title": "电话",
               "sensitivity": {"level": "personal", "kind": "phone", "purposes": ["contract"]}},
              {"key": "idNumber", "type": "id-card", "title": "证件",
               "sensitivity": {"level": "sensitive", "kind": "idcard", "purposes": ["contract"]}}],
             "permissionGroups": [
              {"key": "admin", "title": "管理", "members": {"roles": ["admin"]},
               "actions": ["create", "read", "update", "delete", "manage"],
               "fields": {"code": "edit", "phone": "edit", "idNumber": "edit"}},
              {"key": "sales", "title": "销售", "members": {"roles": ["sales"]}, "scope": "createdBy = user.id",
               "actions": ["create", "read", "update", "delete"],
               "fields": {"code": "edit", "phone": "reveal", "idNumber": "reveal"},
               "reveal": {"purposes": ["contract"], "minutes": 5, "approvedBy": {"roles": ["risk"]}}}]}
            """;

    private static final String WORKFLOW = """
            {"kind": "workflow", "key": "%s", "title": "开户审批", "form": "%s", "nodes": [
              {"key": "submit", "type": "start", "title": "提交"},
              {"key": "managers", "type": "approval", "title": "主管", "assignees": {"roles": ["sales-manager"]},
               "sign": {"mode": "any"}, "fields": {"code": "edit", "phone": "masked", "idNumber": "reveal"},
               "reveal": {"purpose": "contract", "minutes": 10},
               "actions": ["approve", "reject", "transfer", "save"]},
              {"key": "finance", "type": "approval", "title": "财务", "assignees": {"roles": ["finance"]},
               "fields": {"code": "read", "phone": "hidden", "idNumber": "reveal"},
               "reveal": {"purpose": "contract", "minutes": 10, "approvedBy": "sales-manager"},
               "actions": ["approve", "reject"]},
              {"key": "done", "type": "end"}],
             "edges": [{"from": "submit", "to": "managers"}, {"from": "managers", "to": "finance"},
              {"from": "finance", "to": "done"}]}
            """;

    private final Api api;
    private final String key;
    private final String form;

    SecondPersonForm(Api api) {
        this.api = api;
        this.key = "second-" + Integer.toString(Installation.number(), 36);
        this.form = api.site().formPath(MatrixExhibits.APP, key);
        new MatrixExhibits(api).publish();
        publish(form, DEFINITION.formatted(key));
        publish(
                api.site().tenantPath() + "/apps/" + MatrixExhibits.APP + "/workflows/" + key,
                WORKFLOW.formatted(key, key));
    }

    private void publish(String address, String definition) {
        api.put("designer", address + "/draft", definition).orFail("drafting");
        api.post("designer", address + "/publish", "{}").orFail("publishing");
    }

    String record(String id) {
        return form + "/records/" + id;
    }

    /** @return id of a record of sam's; submitted ones go to the managers */
    String make(String idNumber, boolean submit) {
        Map<String, Object> data = Map.of("code", "C1", "phone", "13812345678", "idNumber", idNumber);
        return api.post("sam", form + "/records", Map.of("data", data, "submit", submit), "Prefer", "wait=10")
                .orFail("making")
                .body()
                .path("id")
                .asText();
    }

    Api.Result ask(String who, String id, Object... more) {
        Map<String, Object> body =
                new HashMap<>(Map.of("fields", List.of("idNumber"), "purpose", "contract", "reason", "核对签署人"));
        for (int i = 0; i + 1 < more.length; i += 2) {
            body.put(String.valueOf(more[i]), more[i + 1]);
        }
        return api.post(who, record(id) + "/reveal", body);
    }

    Api.Result open(String who, String id, String request) {
        return api.post(who, record(id) + "/reveal", Map.of("request", request));
    }

    Api.Result act(String who, String request, String act, String comment) {
        return api.post(who, approvals() + "/" + request + "/" + act, Map.of("comment", comment));
    }

    JsonNode show(String who, String request) {
        return api.get(who, approvals() + "/" + request).orFail("showing").body();
    }

    String approvals() {
        return api.site().tenantPath() + "/approvals";
    }

    /** What an administrator of the database would write. */
    void forge(String request) {
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            sql.run("update t_demo.approval set status = 'APPROVED' where id = ?::uuid", request);
        }
    }
}
