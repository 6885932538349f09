package io.jianmi.e2e;

import io.jianmi.bench.site.Api;
import java.util.List;
import java.util.Map;

/** A form about whose records people speak: sellers see their own, managers all, finance makes what it does not see. */
final class CommentForm {

    private static final String DEFINITION = """
            {"kind": "form", "key": "%s", "title": "讨论", "fields": [
              {"key": "name", "type": "text", "title": "姓名",
               "sensitivity": {"level": "personal", "kind": "name", "purposes": ["sales"]}},
              {"key": "owner", "type": "member", "title": "负责人", "default": {"formula": "user.id"}}],
             "permissionGroups": [
              {"key": "admin", "title": "管理", "members": {"roles": ["admin"]},
               "actions": ["create", "read", "update", "delete", "restore", "manage"], "fields": {"*": "edit"}},
              {"key": "sales", "title": "销售", "members": {"roles": ["sales"]}, "scope": "owner = user.id",
               "actions": ["create", "read", "delete"], "fields": {"*": "edit"}},
              {"key": "managers", "title": "经理", "members": {"roles": ["sales-manager"]},
               "actions": ["read"], "fields": {"owner": "read", "name": "hidden"}},
              {"key": "finance", "title": "财务", "members": {"roles": ["finance"]}, "actions": ["create"],
               "fields": {"*": "edit"}}]}
            """;

    private final Api api;
    private final String form;

    CommentForm(Api api) {
        this.api = api;
        String key = "talk-" + Integer.toString(Installation.number(), 36);
        this.form = api.site().formPath(MatrixExhibits.APP, key);
        new MatrixExhibits(api).publish();
        api.put("designer", form + "/draft", DEFINITION.formatted(key)).orFail("drafting");
        api.post("designer", form + "/publish", "{}").orFail("publishing");
    }

    String create(String member, boolean submit) {
        return api.post(member, form + "/records", Map.of("data", Map.of("name", "钱多"), "submit", submit))
                .orFail("creating")
                .body()
                .path("id")
                .asText();
    }

    String record(String id) {
        return form + "/records/" + id;
    }

    String comments(String record) {
        return record(record) + "/comments";
    }

    String comment(String record, String comment) {
        return comments(record) + "/" + comment;
    }

    Api.Result write(String member, String record, String text, String... mentions) {
        return api.post(member, comments(record), Map.of("text", text, "mentions", List.of(mentions)));
    }

    /** The id of what somebody has said. */
    String said(String member, String record, String text) {
        return write(member, record, text)
                .orFail("commenting")
                .body()
                .path("id")
                .asText();
    }

    Api.Result list(String member, String record) {
        return api.get(member, comments(record));
    }
}
