package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A form of customers whom sellers see only as their own, and who may still be asked about by those with the right. */
final class DuplicateForm {

    private static final String DEFINITION = """
            {"kind": "form", "key": "%s", "title": "查重", "fields": [
              {"key": "code", "type": "text", "title": "编号", "unique": true, "sensitivity": {"level": "internal"}},
              {"key": "mobile", "type": "phone", "title": "手机", "sensitivity":
               {"level": "personal", "kind": "phone", "purposes": ["sales"], "search": ["exact"]}},
              {"key": "email", "type": "email", "title": "邮箱", "unique": true, "sensitivity":
               {"level": "personal", "kind": "email", "purposes": ["sales"]}},
              {"key": "idNumber", "type": "id-card", "title": "身份证号", "sensitivity":
               {"level": "sensitive", "kind": "idcard", "purposes": ["contract"], "search": ["exact"]}},
              {"key": "amount", "type": "number", "scale": 2, "unique": true, "title": "金额"},
              {"key": "note", "type": "text", "title": "备注", "sensitivity": {"level": "internal"}},
              {"key": "rows", "type": "subform", "title": "明细", "fields": [
                {"key": "product", "type": "text", "title": "产品", "sensitivity": {"level": "internal"}}]},
              {"key": "owner", "type": "member", "title": "负责人", "default": {"formula": "user.id"}}],
             "permissionGroups": [
              {"key": "admin", "title": "管理", "members": {"roles": ["admin"]},
               "actions": ["create", "read", "update", "delete", "restore", "duplicates"], "fields": {"*": "edit"}},
              {"key": "sales", "title": "销售", "members": {"roles": ["sales"]}, "scope": "owner = user.id",
               "actions": ["create", "read", "update", "delete", "duplicates"],
               "fields": {"*": "edit", "mobile": "masked", "idNumber": "hidden"}},
              {"key": "managers", "title": "经理", "members": {"roles": ["sales-manager"]},
               "actions": ["read"], "fields": {"*": "read"}},
              {"key": "risk", "title": "风控", "members": {"roles": ["risk"]},
               "actions": ["create", "duplicates"], "fields": {"mobile": "masked", "note": "read"}},
              {"key": "risk-reads", "title": "风控", "members": {"roles": ["risk"]}, "scope": "amount = 1",
               "actions": ["read"], "fields": {"code": "read", "note": "read"}}]}
            """;

    private final Api api;
    private final String form;

    DuplicateForm(Api api) {
        this.api = api;
        String key = "dup-" + Integer.toString(Installation.number(), 36);
        this.form = api.site().formPath(MatrixExhibits.APP, key);
        new MatrixExhibits(api).publish();
        api.put("designer", form + "/draft", DEFINITION.formatted(key)).orFail("drafting");
        api.post("designer", form + "/publish", "{}").orFail("publishing");
    }

    String record(String id) {
        return form + "/records/" + id;
    }

    String create(String member, Map<String, ?> data, boolean submit) {
        return api.post(member, form + "/records", Map.of("data", data, "submit", submit))
                .orFail("creating")
                .body()
                .path("id")
                .asText();
    }

    void createMany(String member, int count, Map<String, ?> data) {
        List<Map<String, ?>> records = Collections.nCopies(count, Map.of("data", data));
        api.post(member, form + "/records/batch", Map.of("records", records)).orFail("creating");
    }

    Api.Result ask(String member, Map<String, ?> data) {
        return api.post(member, form + "/records/duplicates", Map.of("data", data));
    }

    Api.Result askExcept(String member, Map<String, ?> data, String except) {
        return api.post(member, form + "/records/duplicates", Map.of("data", data, "except", except));
    }

    /** Number of records told of, by field. */
    static Map<String, Integer> counts(Api.Result answer) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (JsonNode item : answer.orFail("asking").body().path("items")) {
            counts.put(item.path("field").asText(), item.path("count").asInt());
        }
        return counts;
    }
}
