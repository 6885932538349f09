package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Orders of customers, of which a workflow makes invoices by itself. */
final class AutomationForms {

    private static final String GROUPS = """
             "permissionGroups": [
              {"key": "sales", "title": "销售", "members": {"roles": ["sales"]},
               "actions": ["create", "read", "update"], "fields": {%s}}]}
            """;

    private static final String CUSTOMER = """
            {"kind": "form", "key": "%1$s-customer", "title": "客户", "fields": [
              {"key": "name", "type": "text", "title": "名称", "sensitivity": {"level": "internal"}},
              {"key": "orders", "type": "number", "title": "订单数"}],
            """ + GROUPS.formatted("\"*\": \"edit\"");

    private static final String INVOICE = """
            {"kind": "form", "key": "%1$s-invoice", "title": "发票", "fields": [
              {"key": "title", "type": "text", "title": "抬头", "required": true, "sensitivity": {"level": "internal"}},
              {"key": "code", "type": "text", "title": "编号", "unique": true, "sensitivity": {"level": "internal"}},
              {"key": "phone", "type": "phone", "title": "电话", "sensitivity": {"level": "personal", "kind": "phone"}},
              {"key": "note", "type": "text", "title": "备注", "sensitivity": {"level": "internal"}},
              {"key": "order", "type": "relation", "title": "订单", "form": "%1$s"}],
            """ + GROUPS.formatted("\"*\": \"edit\", \"phone\": \"edit\"");

    private static final String ORDER = """
            {"kind": "form", "key": "%1$s", "title": "订单", "fields": [
              {"key": "title", "type": "text", "title": "名称", "sensitivity": {"level": "internal"}},
              {"key": "phone", "type": "phone", "title": "电话", "sensitivity": {"level": "personal", "kind": "phone"}},
              {"key": "state", "type": "text", "title": "状态", "sensitivity": {"level": "internal"}},
              {"key": "customer", "type": "relation", "title": "客户", "form": "%1$s-customer"}%2$s],
            """ + GROUPS.formatted("\"*\": \"edit\", \"phone\": \"edit\"");

    private static final String INVOICES = """
            , {"key": "invoices", "type": "relations", "title": "发票", "form": "%1$s-invoice"}
            """;

    private static final String WORKFLOW = """
            {"kind": "workflow", "key": "%1$s", "form": "%1$s", "title": {"zh-CN": "订单", "en": "Order"}, "nodes": [
              {"key": "submit", "type": "start"},
              {"key": "bill", "type": "automation", "title": {"zh-CN": "开票", "en": "Bill"}, "steps": %2$s},
              {"key": "look", "type": "approval", "assignees": {"members": ["mia"]}, "fields": {"*": "masked"}},
              {"key": "done", "type": "end"}],
             "edges": [{"from": "submit", "to": "bill"}, {"from": "bill", "to": "look"}, {"from": "look", "to": "done"}]}
            """;

    private final Api api;
    private final String key = "auto-" + Integer.toString(Installation.number(), 36);

    AutomationForms(Api api) {
        this.api = api;
        new MatrixExhibits(api).publish();
        publish(key + "-customer", CUSTOMER.formatted(key));
        publish(key, ORDER.formatted(key, ""));
        publish(key + "-invoice", INVOICE.formatted(key));
        publish(key, ORDER.formatted(key, INVOICES.formatted(key)));
    }

    private void publish(String form, String definition) {
        String address = api.site().formPath(MatrixExhibits.APP, form);
        api.put("designer", address + "/draft", definition).orFail("drafting");
        api.post("designer", address + "/publish", "{}").orFail("publishing");
    }

    /** Publishes the workflow with these steps; {@code %1$s} in them stands for the forms' key. */
    Api.Result automate(String steps) {
        String address = api.site().tenantPath() + "/apps/" + MatrixExhibits.APP + "/workflows/" + key;
        api.put("designer", address + "/draft", WORKFLOW.formatted(key, steps.formatted(key)))
                .orFail("drafting");
        return api.post("designer", address + "/publish", "{}");
    }

    private String records(String form) {
        return api.site().formPath(MatrixExhibits.APP, key + form) + "/records";
    }

    String customer(String name) {
        return made(api.post("sam", records("-customer"), Map.of("data", Map.of("name", name), "submit", true)));
    }

    /** A submitted order; how things stand when it is answered is when the automation has done what it can. */
    String order(String title, String customer) {
        Map<String, Object> data = new HashMap<>(Map.of("title", title, "phone", "13800138000"));
        if (!customer.isEmpty()) {
            data.put("customer", customer);
        }
        return made(api.post("sam", records(""), Map.of("data", data, "submit", true), "Prefer", "wait=10"));
    }

    private static String made(Api.Result answer) {
        return answer.orFail("making").body().path("id").asText();
    }

    JsonNode read(String form, String record) {
        return api.get("sam", records(form) + "/" + record).orFail("reading").body();
    }

    JsonNode invoices() {
        return api.post("sam", records("-invoice") + "/query", Map.of())
                .orFail("listing")
                .body()
                .path("items");
    }

    JsonNode flow(String record) {
        return api.get("sam", records("") + "/" + record + "/workflow")
                .orFail("reading")
                .body();
    }

    /** Of the order's approval, as its submitter gets it. */
    String certificate(String record) {
        return api.get("sam", records("") + "/" + record + "/workflow/certificate")
                .orFail("certifying")
                .text();
    }

    /** What automations did on a record, oldest first. */
    List<String> did(String record) {
        return flow(record).path("entries").findValuesAsText("step").stream()
                .filter(step -> !step.equals("null") && !step.isEmpty())
                .toList();
    }

    /** Asks until it is so, for some seconds. */
    static void until(String what, Predicate<Integer> so) {
        for (int i = 0; i < 100; i++) {
            if (so.test(i)) {
                return;
            }
            Installation.pause(150);
        }
        throw new AssertionError(what);
    }

    String key() {
        return key;
    }
}
