package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A form that figures are made of, new for each test: sellers see their own records, managers no margin, the board sees no record and counts
 * all; and one dashboard on it.
 */
final class DashboardForm {

    private static final String DEFINITION = """
            {"kind": "form", "key": "%1$s", "title": "商机", "dataSubject": {"type": "natural-person", "displayedBy": "name"},
             "fields": [
              {"key": "name", "type": "text", "title": "姓名",
               "sensitivity": {"level": "personal", "kind": "name", "purposes": ["sales"]}},
              {"key": "stage", "type": "choice", "title": "阶段", "options": [
                {"value": "won", "title": "成交"}, {"value": "new", "title": "新建"}, {"value": "lost", "title": "丢单"}]},
              {"key": "amount", "type": "number", "scale": 2, "title": "金额"},
              {"key": "margin", "type": "number", "scale": 2, "title": "毛利"},
              {"key": "due", "type": "date", "title": "到期"},
              {"key": "place", "type": "region", "title": "地区"},
              {"key": "tags", "type": "multi-choice", "title": "标签", "options": [
                {"value": "big", "title": "大客户"}, {"value": "old", "title": "老客户"}]},
              {"key": "origin", "type": "relation", "title": "来自", "form": "%1$s"},
              {"key": "others", "type": "relations", "title": "相关", "form": "%1$s"},
              {"key": "owner", "type": "member", "title": "负责人", "default": {"formula": "user.id"}}],
             "permissionGroups": [
              {"key": "admin", "title": "管理", "members": {"roles": ["admin"]}, "actions": ["create", "read", "update"],
               "fields": {"*": "edit"}},
              {"key": "sales", "title": "销售", "members": {"roles": ["sales"]}, "scope": "owner = user.id",
               "actions": ["create", "read", "update"], "fields": {"*": "edit"}},
              {"key": "managers", "title": "经理", "members": {"roles": ["sales-manager"]}, "actions": ["read"],
               "fields": {"*": "read", "margin": "masked", "place": "hidden"}},
              {"key": "board", "title": "董事会", "members": {"roles": ["finance"]}, "actions": ["statistics"],
               "fields": {"*": "read"}}]}
            """;

    private final Api api;
    private final String key;
    private final String form;
    private final String dashboards;
    private int records;

    DashboardForm(Api api) {
        this.api = api;
        this.key = "dash-" + Integer.toString(Installation.number(), 36);
        this.form = api.site().formPath(MatrixExhibits.APP, key);
        this.dashboards = api.site().tenantPath() + "/apps/" + MatrixExhibits.APP + "/dashboards";
        new MatrixExhibits(api).publish();
        api.put("designer", form + "/draft", DEFINITION.formatted(key)).orFail("drafting");
        api.post("designer", form + "/publish", "{}").orFail("publishing");
    }

    String key() {
        return key;
    }

    String form() {
        return form;
    }

    String list() {
        return dashboards;
    }

    String dashboard() {
        return dashboards + "/" + key;
    }

    /** As many records in a stage, each of another person. */
    void create(String member, int count, String stage, String amount) {
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records++;
            all.add(Map.of(
                    "data",
                    Map.of(
                            "name",
                            "客户" + records,
                            "stage",
                            stage,
                            "amount",
                            amount,
                            "margin",
                            "1.00",
                            "due",
                            "2026-0" + (1 + records % 2) + "-15",
                            "place",
                            "440305")));
        }
        api.post(member, form + "/records/batch", Map.of("records", all)).orFail("creating");
    }

    /** Its id. */
    String create(String member, Map<String, Object> data) {
        return api.post(member, form + "/records", Map.of("data", data, "submit", true))
                .orFail("creating")
                .body()
                .path("id")
                .asText();
    }

    /** @param more properties of the widget */
    Map<String, Object> widget(String widget, String kind, Map<String, Object> more) {
        Map<String, Object> all = new LinkedHashMap<>(Map.of(
                "key", widget,
                "kind", kind,
                "title", widget,
                "form", key,
                "at", Map.of("x", 0, "y", 0, "w", 6, "h", 4)));
        all.putAll(more);
        return all;
    }

    static Map<String, Object> by(String field) {
        return Map.of("groupBy", List.of(Map.of("field", field)));
    }

    static Map<String, Object> by(String field, String bucket) {
        return Map.of("groupBy", List.of(Map.of("field", field, "by", bucket)));
    }

    static Map<String, Object> sum(String field) {
        return Map.of("measures", List.of(Map.of("aggregate", "sum", "field", field)));
    }

    Map<String, Object> document(Object... widgets) {
        return Map.of("kind", "dashboard", "key", key, "title", "看板", "widgets", List.of(widgets));
    }

    void publish(Object... widgets) {
        api.put("designer", dashboard() + "/draft", document(widgets)).orFail("drafting");
        api.post("designer", dashboard() + "/publish", "{}").orFail("publishing");
    }

    JsonNode figures(String member, Object... picks) {
        return api.post(member, dashboard() + "/data", Map.of("picks", List.of(picks)))
                .orFail("reading")
                .body()
                .path("widgets");
    }

    /** Keys and values of each group. */
    static List<String> groups(JsonNode widget) {
        List<String> groups = new ArrayList<>();
        widget.path("groups").forEach(group -> groups.add(group.path("keys") + " " + group.path("values")));
        return groups;
    }
}
