package io.jianmi.e2e;

import io.jianmi.bench.site.Api;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A form whose sellers see their own records and share them; what a relation of another form tells of them goes by its title. */
final class ShareForm {

    private static final String DEFINITION = """
            {"kind": "form", "key": "%s", "title": "线索", "fields": [
              {"key": "code", "type": "text", "title": "编号", "sensitivity": {"level": "internal"}},
              {"key": "name", "type": "text", "title": "姓名",
               "sensitivity": {"level": "personal", "kind": "name", "purposes": ["sales"], "search": ["exact"]}},
              {"key": "idNumber", "type": "id-card", "title": "证件",
               "sensitivity": {"level": "sensitive", "kind": "idcard", "purposes": ["contract"]}},
              {"key": "margin", "type": "number", "title": "毛利", "scale": 2},
              {"key": "owner", "type": "member", "title": "负责人", "default": {"formula": "user.id"}}],
             "permissionGroups": [
              {"key": "admin", "title": "管理", "members": {"roles": ["admin"]},
               "actions": ["create", "read", "update", "delete", "restore", "manage"], "fields": {"*": "edit"}},
              {"key": "sales", "title": "销售", "members": {"roles": ["sales"]}, "scope": "owner = user.id",
               "actions": ["create", "read", "update", "delete", "export", "print", "share"],
               "fields": {"code": "edit", "name": "edit", "idNumber": "reveal", "margin": "hidden", "owner": "edit"},
               "reveal": {"purposes": ["contract"], "minutes": 5}},
              {"key": "managers", "title": "经理", "members": {"roles": ["sales-manager"]}, "scope": "owner = user.id",
               "actions": ["create", "read", "update", "share"],
               "fields": {"code": "edit", "name": "masked", "idNumber": "masked", "margin": "read", "owner": "edit"}},
              {"key": "blind", "title": "回避", "members": {"roles": ["risk"]}, "scope": "code = \\"secret\\"",
               "actions": [], "deny": ["read"], "fields": {"*": "hidden"}},
              {"key": "risk", "title": "风控", "members": {"roles": ["risk"]}, "scope": "owner = user.id",
               "actions": ["read"], "fields": {"*": "read"}},
              {"key": "finance", "title": "财务", "members": {"roles": ["finance"]}, "actions": ["create"],
               "fields": {"*": "edit"}}]}
            """;

    private final Api api;
    private final String form;

    ShareForm(Api api) {
        this.api = api;
        String key = "share-" + Integer.toString(Installation.number(), 36);
        this.form = api.site().formPath(MatrixExhibits.APP, key);
        new MatrixExhibits(api).publish();
        api.put("designer", form + "/draft", DEFINITION.formatted(key)).orFail("drafting");
        api.post("designer", form + "/publish", "{}").orFail("publishing");
    }

    String form() {
        return form;
    }

    String record(String id) {
        return form + "/records/" + id;
    }

    String shares(String id) {
        return record(id) + "/shares";
    }

    String create(String member) {
        return create(member, true, "C1");
    }

    String create(String member, boolean submit, String code) {
        Map<String, Object> data = new HashMap<>(Map.of("code", code, "name", "钱多多"));
        return api.post(member, form + "/records", Map.of("data", data, "submit", submit))
                .orFail("creating")
                .body()
                .path("id")
                .asText();
    }

    /** For as long as is usual. */
    Api.Result share(String sharer, String record, String receiver) {
        return api.post(sharer, shares(record), Map.of("member", member(receiver)));
    }

    Api.Result share(String sharer, String record, String receiver, String until) {
        return api.post(sharer, shares(record), Map.of("member", member(receiver), "until", until));
    }

    Api.Result end(String member, String record, String share) {
        return api.delete(member, shares(record) + "/" + share);
    }

    List<String> list(String member) {
        return query(member, Map.of());
    }

    /** Ids of what a query finds. */
    List<String> query(String member, Map<String, Object> query) {
        List<String> ids = new ArrayList<>();
        api.post(member, form + "/records/query", query)
                .orFail("listing")
                .body()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    String member(String name) {
        return new MatrixExhibits(api).member(name).path("id").asText();
    }
}
