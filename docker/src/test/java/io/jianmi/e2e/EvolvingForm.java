package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.bench.site.Api;
import io.jianmi.core.json.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A form that changes while it has records; new for each test. */
final class EvolvingForm {

    private static final String DEFINITION = """
            {"kind": "form", "key": "%s", "title": "沿革", "fields": [
              {"key": "title", "type": "text", "title": "名称", "sensitivity": {"level": "internal"}},
              {"key": "note", "type": "text", "title": "备注", "sensitivity": {"level": "internal"}},
              {"key": "amount", "type": "number", "scale": 2, "title": "金额"},
              {"key": "mobile", "type": "phone", "title": "手机", "sensitivity":
               {"level": "personal", "kind": "phone", "purposes": ["sales"], "search": ["exact"]}},
              {"key": "wechat", "type": "text", "title": "微信", "sensitivity":
               {"level": "personal", "kind": "wechat", "purposes": ["sales"]}},
              {"key": "rows", "type": "subform", "title": "明细", "fields": [
                {"key": "product", "type": "text", "title": "产品", "sensitivity": {"level": "internal"}},
                {"key": "price", "type": "number", "scale": 2, "title": "单价"},
                {"key": "contact", "type": "text", "title": "联系人", "sensitivity":
                 {"level": "personal", "kind": "name", "purposes": ["sales"]}}]}],
             "permissionGroups": [
              {"key": "admin", "title": "管理", "members": {"roles": ["admin"]},
               "actions": ["create", "read", "update", "delete", "restore", "search"], "fields": {"*": "edit"}}]}
            """;

    private final Api api;
    private final String form;
    private ObjectNode definition;

    EvolvingForm(Api api) {
        this.api = api;
        String key = "evolving-" + Integer.toString(Installation.number(), 36);
        this.form = api.site().formPath(MatrixExhibits.APP, key);
        this.definition = (ObjectNode) Json.parse(DEFINITION.formatted(key));
        new MatrixExhibits(api).publish();
        publish();
    }

    ObjectNode definition() {
        return definition.deepCopy();
    }

    String path() {
        return form;
    }

    String records() {
        return form + "/records";
    }

    String key() {
        return definition.path("key").asText();
    }

    /** The definition without the field of this path; a path names a cell of a subform as {@code rows.price}. */
    static ObjectNode without(ObjectNode definition, String path) {
        ObjectNode next = definition.deepCopy();
        int dot = path.indexOf('.');
        String first = dot < 0 ? path : path.substring(0, dot);
        ArrayNode fields = (ArrayNode) next.path("fields");
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).path("key").asText().equals(first)) {
                if (dot < 0) {
                    fields.remove(i);
                } else {
                    fields.set(i, without((ObjectNode) fields.get(i), path.substring(dot + 1)));
                }
                break;
            }
        }
        return next;
    }

    static ObjectNode field(ObjectNode definition, String key) {
        return StreamSupport.stream(definition.path("fields").spliterator(), false)
                .filter(field -> field.path("key").asText().equals(key))
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** Publishes it; the answer, whatever it is. */
    Api.Result tryPublish(ObjectNode next) {
        return tryPublish(next, "{}");
    }

    /** @param conversions as the body of a publish names them */
    Api.Result tryPublish(ObjectNode next, String conversions) {
        api.put("designer", form + "/draft", next).orFail("drafting");
        return api.post("designer", form + "/publish", conversions);
    }

    /** Publishes a version that stores fields otherwise, and waits until the last of its records is. */
    JsonNode move(ObjectNode next, String conversions) {
        Api.Result answer = tryPublish(next, conversions).orFail("publishing");
        definition = next;
        return moved(answer.body().path("version").asInt());
    }

    JsonNode moved(int version) {
        return awaits(version, "done");
    }

    /** Waits until its records on their way to that version have come to this phase. */
    JsonNode awaits(int version, String phase) {
        for (int i = 0; i < 1_200; i++) {
            JsonNode state = conversion();
            if (state.path("version").asInt() == version
                    && state.path("phase").asText().equals(phase)) {
                return state;
            }
            Installation.pause(100);
        }
        throw new AssertionError("not " + phase + ": " + conversion());
    }

    JsonNode conversion() {
        return api.get("designer", form + "/conversion").orFail("conversion").body();
    }

    /** What publishing it would do. */
    JsonNode rehearse(ObjectNode next) {
        return rehearse(next, "{}");
    }

    JsonNode rehearse(ObjectNode next, String conversions) {
        api.put("designer", form + "/draft", next).orFail("drafting");
        return api.post("designer", form + "/publish?dryRun=true", conversions)
                .orFail("dry run")
                .body();
    }

    /** Protected fields that come new to a form must be named in its groups. */
    int publish(ObjectNode next) {
        for (JsonNode field : next.path("fields")) {
            if (field.path("sensitivity").path("level").asText().equals("personal")) {
                ((ObjectNode) next.at("/permissionGroups/0/fields"))
                        .put(field.path("key").asText(), "edit");
            }
        }
        definition = next;
        return publish();
    }

    private int publish() {
        return tryPublish(definition)
                .orFail("publishing")
                .body()
                .path("version")
                .asInt();
    }

    String create(Map<String, Object> data) {
        return api.post("admin", records(), Map.of("data", data))
                .orFail("creating")
                .body()
                .path("id")
                .asText();
    }

    static Map<String, Object> data(String title) {
        return Map.of(
                "title",
                title,
                "note",
                "旧备注",
                "amount",
                "12.50",
                "mobile",
                CanaryForm.mobile(Installation.number()),
                "wechat",
                "wx-" + title,
                "rows",
                List.of(
                        Map.of("product", "甲", "price", "1.10", "contact", "张三"),
                        Map.of("product", "乙", "price", "2.20", "contact", "李四")));
    }

    /** The record; fails when it is not served whole. */
    JsonNode read(String id) {
        return api.get("admin", records() + "/" + id).orFail("reading").body();
    }

    JsonNode patch(String id, Map<String, Object> data) {
        int version = read(id).path("version").asInt();
        return api.patch("admin", records() + "/" + id, Map.of("data", data), "If-Match", "\"" + version + "\"")
                .orFail("changing")
                .body();
    }

    /** Items of the list, up to a page. */
    JsonNode list() {
        return api.post("admin", records() + "/query", Map.of("sort", List.of("createdAt"), "limit", 200))
                .orFail("listing")
                .body()
                .path("items");
    }
}
