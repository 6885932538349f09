package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A form that people save views of, new for each test: a field that some do not know, one that some see masked, protected ones. */
final class ViewForm {

    private static final String DEFINITION = """
            {"kind": "form", "key": "%s", "title": "看板", "fields": [
              {"key": "code", "type": "text", "title": "编号", "sensitivity": {"level": "internal"}},
              {"key": "stage", "type": "choice", "title": "阶段", "options": [
                {"value": "new", "title": "新建"}, {"value": "won", "title": "成交"}]},
              {"key": "amount", "type": "number", "scale": 2, "title": "金额"},
              {"key": "margin", "type": "number", "scale": 2, "title": "毛利"},
              {"key": "bonus", "type": "choice", "title": "奖金", "options": [{"value": "yes", "title": "有"}]},
              {"key": "due", "type": "date", "title": "到期"},
              {"key": "until", "type": "date", "title": "止于"},
              {"key": "paidOn", "type": "date", "title": "回款"},
              {"key": "at", "type": "date-time", "title": "时间"},
              {"key": "owner", "type": "member", "title": "负责人", "default": {"formula": "user.id"}},
              {"key": "birthday", "type": "date", "title": "生日",
               "sensitivity": {"level": "personal", "kind": "birth", "purposes": ["sales"]}},
              {"key": "mobile", "type": "phone", "title": "手机", "sensitivity":
               {"level": "personal", "kind": "phone", "purposes": ["sales"], "search": ["exact", "last4"]}}%s],
             "permissionGroups": [
              {"key": "admin", "title": "管理", "members": {"roles": ["admin"]},
               "actions": ["create", "read", "update", "delete", "search", "manage"], "fields": {"*": "edit"}},
              {"key": "sales", "title": "销售", "members": {"roles": ["sales"]},
               "actions": ["create", "read", "update", "search"], "fields": {"*": "edit"}},
              {"key": "managers", "title": "经理", "members": {"roles": ["sales-manager"]},
               "actions": ["read", "manage"], "fields": {"*": "read", "margin": "hidden", "paidOn": "hidden", "bonus": "masked"}},
              {"key": "desk", "title": "录入", "members": {"roles": ["finance"]}, "actions": ["create"],
               "fields": {"*": "edit"}}],
             "views": [
              {"key": "mine", "type": "table", "title": {"zh-CN": "我的", "en": "Mine"}, "filter": "owner = user.id",
               "columns": ["code", "margin", "amount"], "sort": ["-createdAt"]},
              {"key": "board", "type": "kanban", "title": "看板", "groupBy": "stage", "columns": ["code"]},
              {"key": "days", "type": "calendar", "title": "日历", "dateField": "due"},
              {"key": "money", "type": "calendar", "title": "回款日历", "dateField": "paidOn"},
              {"key": "rich", "type": "table", "title": "高毛利", "filter": "margin > 100 and stage != \\"won\\""},
              {"key": "sums", "type": "table", "title": "合计", "filter": "amount + 1 > 2"}]}
            """;

    private final Api api;
    private final String form;
    private final String key;

    ViewForm(Api api) {
        this.api = api;
        this.key = "view-" + Integer.toString(Installation.number(), 36);
        this.form = api.site().formPath(MatrixExhibits.APP, key);
        new MatrixExhibits(api).publish();
        publish(definition(""));
    }

    /** @param more further fields, each after a comma */
    String definition(String more) {
        return DEFINITION.formatted(key, more);
    }

    void publish(String definition) {
        api.put("designer", form + "/draft", definition).orFail("drafting");
        api.post("designer", form + "/publish", "{}").orFail("publishing");
    }

    String form() {
        return form;
    }

    String key() {
        return key;
    }

    String views() {
        return form + "/views";
    }

    String view(String id) {
        return views() + "/" + id;
    }

    /** A table with this filter. */
    static Map<String, Object> table(String title, Object filter, boolean shared) {
        return Map.of("title", title, "kind", "table", "filter", filter, "shared", shared);
    }

    static Map<String, Object> is(String field, Object value) {
        return Map.of("field", field, "op", "eq", "value", value);
    }

    /** As {@code body} with something more or else. */
    static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(body);
        changed.put(name, value);
        return changed;
    }

    JsonNode create(String member, Map<String, Object> body) {
        return api.post(member, views(), body).orFail("saving").body();
    }

    List<JsonNode> list(String member) {
        List<JsonNode> items = new ArrayList<>();
        api.get(member, views()).orFail("listing").body().path("items").forEach(items::add);
        return items;
    }

    Optional<JsonNode> seen(String member, String id) {
        return list(member).stream()
                .filter(view -> view.path("id").asText().equals(id))
                .findFirst();
    }
}
