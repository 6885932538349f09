package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A form whose records are changed many at a time, new for each test: rules, a formula, a protected field, rows, owners. */
final class BatchForm {

    private static final String DEFINITION = """
            {"kind": "form", "key": "%1$s", "title": "批量", "fields": [
              {"key": "code", "type": "text", "title": "编号", "unique": true, "sensitivity": {"level": "internal"}},
              {"key": "level", "type": "choice", "title": "等级", "options": [
                {"value": "A", "title": "重点"}, {"value": "B", "title": "普通"}, {"value": "C", "title": "潜在"}]},
              {"key": "amount", "type": "number", "scale": 2, "title": "金额"},
              {"key": "double", "type": "number", "scale": 2, "title": "双倍", "formula": "amount * 2"},
              {"key": "stamp", "type": "text", "title": "标记", "readOnly": true, "sensitivity": {"level": "internal"}},
              {"key": "mobile", "type": "phone", "title": "手机", "sensitivity":
               {"level": "personal", "kind": "phone", "purposes": ["sales"], "search": ["exact"]}},
              {"key": "owner", "type": "member", "title": "负责人", "default": {"formula": "user.id"}},
              {"key": "whole", "type": "relation", "title": "所属", "form": "%1$s"},
              {"key": "file", "type": "file", "title": "附件",
               "sensitivity": {"level": "personal", "kind": "contract", "purposes": ["sales"]}},
              {"key": "rows", "type": "subform", "title": "明细", "fields": [
                {"key": "product", "type": "text", "title": "产品", "sensitivity": {"level": "internal"}}]}],
             "rules": [
              {"when": "level = \\"A\\"", "set": {"stamp": "\\"hot\\""}},
              {"when": "level = \\"B\\"", "set": {"stamp": "\\"warm\\""}},
              {"check": "level != \\"C\\" or amount < 100", "message": "潜在客户不足一百", "at": "amount"}],
             "permissionGroups": [
              {"key": "admin", "title": "管理", "members": {"roles": ["admin"]},
               "actions": ["create", "read", "update", "delete", "restore", "search"], "fields": {"*": "edit"}},
              {"key": "sales", "title": "销售", "members": {"roles": ["sales"]}, "scope": "owner = user.id",
               "actions": ["create", "read", "update", "delete", "restore"],
               "fields": {"*": "edit", "mobile": "masked"}, "replace": ["mobile"]},
              {"key": "managers", "title": "经理", "members": {"roles": ["sales-manager"]},
               "actions": ["read", "delete"], "fields": {"*": "read", "mobile": "hidden"}},
              {"key": "finance", "title": "财务", "members": {"roles": ["finance"]}, "actions": ["read", "update"],
               "fields": {"code": "read", "amount": "edit", "mobile": "hidden"}}]}
            """;

    private final Api api;
    private final String form;

    BatchForm(Api api) {
        this.api = api;
        String key = "batch-" + Integer.toString(Installation.number(), 36);
        this.form = api.site().formPath(MatrixExhibits.APP, key);
        new MatrixExhibits(api).publish();
        api.put("designer", form + "/draft", DEFINITION.formatted(key)).orFail("drafting");
        api.post("designer", form + "/publish", "{}").orFail("publishing");
    }

    String records() {
        return form + "/records";
    }

    String record(String id) {
        return records() + "/" + id;
    }

    String key() {
        return form.substring(form.lastIndexOf('/') + 1);
    }

    /** Ids of records of this member, each with a code, a number and a row of its own. */
    List<String> create(String member, int count, String level, String amount) {
        List<Map<String, Object>> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = Installation.number();
            records.add(Map.of(
                    "data",
                    Map.of(
                            "code",
                            "C" + number,
                            "level",
                            level,
                            "amount",
                            amount,
                            "mobile",
                            CanaryForm.mobile(number),
                            "rows",
                            List.of(Map.of("product", "产品" + number)))));
        }
        return ids(api.post(member, records() + "/batch", Map.of("records", records))
                .orFail("creating"));
    }

    static List<String> ids(Api.Result answer) {
        return StreamSupport.stream(answer.body().path("ids").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    Api.Result update(String member, List<String> ids, Map<String, ?> data) {
        return api.post(member, records() + "/batch-update", Map.of("ids", ids, "data", data));
    }

    Api.Result delete(String member, List<String> ids) {
        return api.post(member, records() + "/batch-delete", Map.of("ids", ids));
    }

    Api.Result restore(String member, List<String> ids) {
        return api.post(member, records() + "/batch-restore", Map.of("ids", ids));
    }

    Api.Result undo(String member, Api.Result batch) {
        return undo(member, batch.body().path("undo").asText());
    }

    Api.Result undo(String member, String batch) {
        return api.post(member, records() + "/batches/" + batch + "/undo", "{}");
    }

    JsonNode read(String id) {
        return api.get("admin", record(id)).orFail("reading").body();
    }

    /** What these hold now, without their versions and times. */
    List<JsonNode> data(List<String> ids) {
        return ids.stream().map(id -> read(id).path("data")).toList();
    }

    /** Everything about these, to see that nothing has happened. */
    List<JsonNode> all(List<String> ids) {
        return ids.stream().map(this::read).toList();
    }

    /** Pointer and code of each finding, and the field where it is named apart. */
    static List<String> findings(Api.Result refused) {
        List<String> findings = new ArrayList<>();
        refused.body()
                .path("errors")
                .forEach(error -> findings.add((error.path("pointer").asText() + " "
                                + error.path("code").asText() + " "
                                + error.at("/params/field").asText())
                        .strip()));
        return findings;
    }
}
