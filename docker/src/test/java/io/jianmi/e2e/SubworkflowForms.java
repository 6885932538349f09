package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Sql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Orders whose workflow starts others: a purchase for each item, and the check of their customers. */
final class SubworkflowForms {

    private static final String GROUPS = """
             "permissionGroups": [
              {"key": "admin", "title": "管理", "members": {"roles": ["admin"]},
               "actions": ["create", "read", "update", "manage"], "fields": {"*": "edit", "phone": "read"}},
              {"key": "sales", "title": "销售", "members": {"roles": ["sales"]}%s,
               "actions": ["create", "read", "update"], "fields": {"*": "edit", "phone": "edit"}}]}
            """;

    private static final String CUSTOMER = """
            {"kind": "form", "key": "%1$s-customer", "title": "客户", "fields": [
              {"key": "name", "type": "text", "title": "名称", "sensitivity": {"level": "internal"}},
              {"key": "phone", "type": "phone", "title": "电话", "sensitivity": {"level": "personal", "kind": "phone"}}],
            """ + GROUPS.formatted("");

    private static final String PURCHASE = """
            {"kind": "form", "key": "%1$s-purchase", "title": "采购", "fields": [
              {"key": "title", "type": "text", "title": "名称", "required": true, "sensitivity": {"level": "internal"}},
              {"key": "code", "type": "text", "title": "编号", "unique": true, "sensitivity": {"level": "internal"}},
              {"key": "amount", "type": "number", "title": "金额"},
              {"key": "phone", "type": "phone", "title": "电话", "sensitivity": {"level": "personal", "kind": "phone"}},
              {"key": "owner", "type": "member", "title": "负责人"},
              {"key": "order", "type": "relation", "title": "订单", "form": "%1$s"}],
            """ + GROUPS.formatted(", \"scope\": \"owner = user.id\"");

    private static final String ORDER = """
            {"kind": "form", "key": "%1$s", "title": "订单", "fields": [
              {"key": "title", "type": "text", "title": "名称", "sensitivity": {"level": "internal"}},
              {"key": "n", "type": "number", "title": "次数"},
              {"key": "phone", "type": "phone", "title": "电话", "sensitivity": {"level": "personal", "kind": "phone"}},
              {"key": "customers", "type": "relations", "title": "客户", "form": "%1$s-customer"},
              {"key": "items", "type": "subform", "title": "明细", "fields": [
                {"key": "title", "type": "text", "title": "品名", "sensitivity": {"level": "internal"}},
                {"key": "count", "type": "number", "title": "数量"}]}],
            """ + GROUPS.formatted("");

    private static final String ASKED = """
            {"kind": "workflow", "key": "%1$s", "form": "%1$s", "title": "审核", "nodes": [
              {"key": "submit", "type": "start"},
              {"key": "agree", "type": "approval", "title": "审核", "assignees": {"members": ["mia"]}, "fields": {"*": "masked"}},
              {"key": "done", "type": "end"}],
             "edges": [{"from": "submit", "to": "agree"}, {"from": "agree", "to": "done"}], "withdraw": {"by": "initiator"}}
            """;

    private static final String STARTING = """
            {"kind": "workflow", "key": "%1$s", "form": "%1$s", "title": {"zh-CN": "订单", "en": "Order"}%4$s, "nodes": [
              {"key": "submit", "type": "start"},
              {"key": "others", "type": "subworkflow", "title": {"zh-CN": "子流程", "en": "Others"}, "records": %2$s},
              {"key": "look", "type": "approval", "title": "查看", "assignees": {"members": ["max"]}, "fields": {"*": "masked"}},
              {"key": "mend", "type": "handling", "title": "处理", "assignees": {"members": ["max"]}, "fields": {"title": "edit"}},
              {"key": "done", "type": "end"}],
             "edges": [{"from": "submit", "to": "others"}, {"from": "others", "to": "look"}, {"from": "look", "to": "done"},
              {"from": "mend", "to": "done"}%3$s], "withdraw": {"by": "initiator"}}
            """;

    private static final String REJECTED = ", {\"from\": \"others\", \"to\": \"mend\", \"on\": \"reject\"}";
    private static final String RETURNED = ", {\"from\": \"look\", \"to\": \"mend\", \"on\": \"reject\"}";

    /** A purchase for each item. */
    static final String EACH = """
            {"each": "items", "create": {"form": "%1$s-purchase", "relation": "order",
             "values": {"title": "title", "amount": "count * 2", "phone": "phone", "owner": "user.id"}}}
            """;

    private final Api api;
    private final String key = "sub-" + Integer.toString(Installation.number(), 36);

    SubworkflowForms(Api api) {
        this.api = api;
        new MatrixExhibits(api).publish();
        form("-customer", CUSTOMER);
        form("", ORDER);
        form("-purchase", PURCHASE);
        workflow("-customer", ASKED.formatted(key + "-customer")).orFail("publishing");
        workflow("-purchase", ASKED.formatted(key + "-purchase")).orFail("publishing");
    }

    private void form(String form, String definition) {
        String address = api.site().formPath(MatrixExhibits.APP, key + form);
        api.put("designer", address + "/draft", definition.formatted(key)).orFail("drafting");
        api.post("designer", address + "/publish", "{}").orFail("publishing");
    }

    private Api.Result workflow(String name, String definition) {
        String address = api.site().tenantPath() + "/apps/" + MatrixExhibits.APP + "/workflows/" + key + name;
        api.put("designer", address + "/draft", definition).orFail("drafting");
        return api.post("designer", address + "/publish", "{}");
    }

    /** One more workflow of the purchases. */
    void besidePurchases(String name) {
        String asked = ASKED.formatted(key + "-purchase");
        workflow(name, asked.replaceFirst("\"key\": \"[^\"]+\"", "\"key\": \"" + key + name + "\""))
                .orFail("publishing");
    }

    /**
     * Publishes the orders' workflow.
     *
     * @param records whose workflows start; {@code %1$s} stands for the forms' key
     * @param mended whether a rejection has a way of its own
     */
    Api.Result start(String records, boolean mended) {
        return start(records, mended, "");
    }

    Api.Result start(String records, boolean mended, String more) {
        return workflow("", STARTING.formatted(key, records.formatted(key), mended ? REJECTED : RETURNED, more));
    }

    String records(String form) {
        return api.site().formPath(MatrixExhibits.APP, key + form) + "/records";
    }

    String customer(String name) {
        return made(api.post("sam", records("-customer"), Map.of("data", Map.of("name", name), "submit", true)));
    }

    /** A submitted order with an item of each title. */
    String order(String title, List<String> items, List<String> customers) {
        return order(Map.of(
                "title",
                title,
                "n",
                "0",
                "phone",
                "13800138000",
                "customers",
                customers,
                "items",
                items.stream().map(item -> Map.of("title", item, "count", "3")).toList()));
    }

    String order(Map<String, Object> data) {
        return made(
                api.post("sam", records(""), Map.of("data", new HashMap<>(data), "submit", true), "Prefer", "wait=10"));
    }

    private static String made(Api.Result answer) {
        return answer.orFail("making").body().path("id").asText();
    }

    JsonNode flow(String member, String form, String record) {
        return api.get(member, records(form) + "/" + record + "/workflow")
                .orFail("reading")
                .body();
    }

    String status(String form, String record) {
        return flow("admin", form, record).path("status").asText();
    }

    /** Nodes at which people stand. */
    List<String> open(String form, String record) {
        return flow("admin", form, record).path("openTasks").findValuesAsText("node");
    }

    /** What an order has started, as somebody sees it; a busy machine may take longer for it than an order waits. */
    JsonNode children(String member, String order) {
        until("something is started", () -> started(member, order).isPresent());
        return started(member, order).orElseThrow();
    }

    private Optional<JsonNode> started(String member, String order) {
        for (JsonNode entry : flow(member, "", order).path("entries")) {
            if (entry.has("children")) {
                return Optional.of(entry.path("children"));
            }
        }
        return Optional.empty();
    }

    List<String> childIds(String order) {
        return children("admin", order).findValues("record").stream()
                .map(record -> record.path("id").asText())
                .toList();
    }

    /** Mia decides on a record, whenever it comes to her. */
    void decide(String record, String act) {
        String tasks = api.site().tenantPath() + "/tasks";
        until(
                "it comes to her",
                () -> api.get("mia", tasks + "?box=todo&record=" + record)
                                .body()
                                .path("items")
                                .size()
                        > 0);
        String task = api.get("mia", tasks + "?box=todo&record=" + record)
                .body()
                .at("/items/0/id")
                .asText();
        api.post("mia", tasks + "/" + task + "/" + act, Map.of("comment", "x"), "Prefer", "wait=10")
                .orFail(act);
    }

    void overall(String member, String record, String act) {
        api.post(member, records("") + "/" + record + "/workflow/" + act, Map.of("comment", "x"), "Prefer", "wait=10")
                .orFail(act);
    }

    /** Delivers what asked for a step of an order once more. */
    void redeliver(String order) {
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            sql.texts("""
                    insert into t_demo.outbox (topic, key, body) select 'workflow.subworkflow', i.record,
                    json_build_object('visit', v.id)::text from t_demo.wf_visit v
                    join t_demo.wf_instance i on i.id = v.instance where i.record = ? and v.node = 'others' returning topic
                    """, UUID.fromString(order));
            until(
                    "it is taken up",
                    () -> sql.number("select count(*) from t_demo.outbox where key = ?", UUID.fromString(order)) == 0);
        }
    }

    /** The code with which a step of an order fails. */
    void failing(String order, String code) {
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            until(
                    "it fails with " + code,
                    () -> sql.texts(
                                    "select failure from t_demo.outbox where key = ?::uuid and failure is not null",
                                    order)
                            .contains(code));
        }
    }

    /** What takes the relay up to half a minute: it tries again now. */
    void again(String order) {
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            sql.run("update t_demo.outbox set next_at = now() where key = ?", UUID.fromString(order));
        }
    }

    /** Asks until it is so, for some seconds. */
    static void until(String what, BooleanSupplier so) {
        AutomationForms.until(what, attempt -> so.getAsBoolean());
    }

    String key() {
        return key;
    }
}
