package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.bench.site.Api;
import io.jianmi.core.json.Json;
import java.util.List;
import java.util.Map;

/**
 * Firms, and visits that look at them, new for each test. Sales read a firm's contact in clear and their managers masked, and both export
 * nothing of it; risk does not see it; finance sees the firms of the south alone and exports them; everybody reads visits and exports them.
 */
final class LookingForm {

    private static final String FIRM = """
            {"kind": "form", "key": "%s", "title": "企业", "fields": [
              {"key": "title", "type": "text", "title": "名称", "sensitivity": {"level": "internal"}},
              {"key": "contact", "type": "phone", "title": "联系电话",
               "sensitivity": {"level": "personal", "kind": "phone", "purposes": ["contract"], "lawfulBasis": "contract"}},
              {"key": "area", "type": "choice", "title": "区域",
               "options": [{"value": "north", "title": "北"}, {"value": "south", "title": "南"}]}%s],
             "permissionGroups": [
              {"key": "admin", "title": "管理", "members": {"roles": ["admin"]},
               "actions": ["create", "read", "update", "delete", "restore"], "fields": {"*": "edit", "contact": "edit"}},
              {"key": "sales", "title": "销售", "members": {"roles": ["sales"]}, "actions": ["read"], "fields": {"*": "read", "contact": "read"}},
              {"key": "manager", "title": "经理", "members": {"roles": ["sales-manager"]}, "actions": ["read"],
               "fields": {"*": "read", "contact": "masked"}},
              {"key": "risk", "title": "风控", "members": {"roles": ["risk"]}, "actions": ["read"],
               "fields": {"*": "read", "contact": "hidden"}},
              {"key": "finance", "title": "财务", "members": {"roles": ["finance"]}, "actions": ["read", "export"],
               "scope": "area = \\"south\\"", "fields": {"*": "read", "contact": "read"}}]}
            """;

    private static final String VISIT = """
            {"kind": "form", "key": "%s", "title": "拜访", "fields": [
              {"key": "topic", "type": "text", "title": "主题", "sensitivity": {"level": "internal"}},
              {"key": "firm", "type": "relation", "title": "企业", "form": "%s"},
              {"key": "cost", "type": "money", "title": "费用"},
              {"key": "call", "type": "look-up", "title": "电话", "through": "firm", "field": "contact"},
              {"key": "where", "type": "look-up", "title": "区域", "through": "firm", "field": "area"}],
             "permissionGroups": [
              {"key": "all", "title": "所有人", "members": {"everyone": true},
               "actions": ["create", "read", "update", "delete", "restore", "export"], "fields": {"*": "edit", "call": "edit"},
               "reveal": {"purposes": ["contract"], "minutes": 5}}]}
            """;

    private static final String SPENT = """
            , {"key": "spent", "type": "roll-up", "title": "费用合计", "of": "%s.firm", "aggregate": "sum", "field": "cost"}""";

    private final Api api;
    private final String number = Integer.toString(Installation.number(), 36);
    final String firmKey = "firm-" + number;
    final String visitKey = "visit-" + number;
    final String firms;
    final String visits;

    LookingForm(Api api) {
        this.api = api;
        this.firms = api.site().formPath(MatrixExhibits.APP, firmKey);
        this.visits = api.site().formPath(MatrixExhibits.APP, visitKey);
        new MatrixExhibits(api).publish();
        publish(firms, firm());
        publish(visits, visit());
    }

    ObjectNode firm() {
        return (ObjectNode) Json.parse(FIRM.formatted(firmKey, ""));
    }

    /** The firms with the sum of what their visits cost. */
    ObjectNode adding() {
        return (ObjectNode) Json.parse(FIRM.formatted(firmKey, SPENT.formatted(visitKey)));
    }

    ObjectNode visit() {
        return (ObjectNode) Json.parse(VISIT.formatted(visitKey, firmKey));
    }

    void publish(String form, ObjectNode definition) {
        api.put("designer", form + "/draft", definition).orFail("drafting");
        api.post("designer", form + "/publish", "{}").orFail("publishing");
    }

    String firm(String area) {
        return made(Map.of("title", "观潮企业", "contact", "13912345678", "area", area));
    }

    /** A firm without a contact. */
    String nameless(String area) {
        return made(Map.of("title", "观潮企业", "area", area));
    }

    private String made(Map<String, Object> firm) {
        return api.post("admin", firms + "/records", Map.of("data", firm))
                .orFail("a firm")
                .body()
                .path("id")
                .asText();
    }

    JsonNode visit(String member, String firm, String cost) {
        return api.post(member, visits + "/records", Map.of("data", Map.of("topic", "拜访", "firm", firm, "cost", cost)))
                .orFail("a visit")
                .body();
    }

    JsonNode seen(String member, String visit) {
        return api.get(member, visits + "/records/" + visit).orFail("a visit").body();
    }

    /** A field as the form tells a member of it. */
    JsonNode field(String member, String address, String key) {
        for (JsonNode field : api.get(member, address).orFail("the form").body().path("fields")) {
            if (field.path("key").asText().equals(key)) {
                return field;
            }
        }
        throw new AssertionError("no field " + key);
    }

    /** An approval by finance, whose node shows everything. */
    void approving() {
        String address = api.site().tenantPath() + "/apps/" + MatrixExhibits.APP + "/workflows/" + visitKey;
        api.put("designer", address + "/draft", workflow()).orFail("drafting");
        api.post("designer", address + "/publish", "{}").orFail("publishing");
    }

    private Map<String, Object> workflow() {
        return Map.of(
                "kind",
                "workflow",
                "key",
                visitKey,
                "title",
                "拜访审批",
                "form",
                visitKey,
                "nodes",
                List.of(
                        Map.of("key", "submit", "type", "start", "title", "提交"),
                        Map.of(
                                "key", "look",
                                "type", "approval",
                                "title", "查看",
                                "assignees", Map.of("roles", List.of("finance")),
                                "sign", Map.of("mode", "any"),
                                "fields", Map.of("*", "read", "where", "hidden"),
                                "actions", List.of("approve", "reject")),
                        Map.of("key", "done", "type", "end")),
                "edges",
                List.of(Map.of("from", "submit", "to", "look"), Map.of("from", "look", "to", "done")));
    }
}
