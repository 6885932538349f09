package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Challenge;
import io.jianmi.bench.site.Sql;
import io.jianmi.core.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A form that anybody fills in: a name, a number that is there once only, and a consent; sellers read it. */
final class PublicForm {

    static final String NOTICE = "2026-11";

    private static final String DEFINITION = """
            {"kind": "form", "key": "%s", "title": "预约", "dataSubject": {"type": "natural-person", "identifiedBy": ["mobile"]},
             "public": {"enabled": %s, "captcha": %s, "fields": ["name", "mobile", "agreed"], "notice": "只用于回电，一年后删除",
               "thanks": {"zh-CN": "收到了", "en": "Received"}},
             "fields": [
              {"key": "name", "type": "text", "title": "称呼", "required": true,
               "sensitivity": {"level": "personal", "kind": "name", "purposes": ["sales"]}},
              {"key": "mobile", "type": "phone", "title": "手机", "unique": true,
               "sensitivity": {"level": "personal", "kind": "phone", "purposes": ["sales"], "search": ["exact"]}},
              {"key": "agreed", "type": "consent", "title": "同意", "notice": "%s", "purposes": ["service", "marketing"]},
              {"key": "remark", "type": "text", "title": "内部备注", "sensitivity": {"level": "internal"}, "default": "待回电"}],
             "permissionGroups": [{"key": "sales", "title": "销售", "members": {"roles": ["sales"]},
               "actions": ["create", "read", "update"], "fields": {"*": "edit"}},
              {"key": "everyone", "title": "所有人", "members": {"everyone": true}, "actions": ["read"], "fields": {"remark": "read"}}]}
            """;

    private final Api api;
    private final String key;
    private final String form;

    PublicForm(Api api) {
        this.api = api;
        this.key = "public-" + Integer.toString(Installation.number(), 36);
        this.form = api.site().formPath(MatrixExhibits.APP, key);
        new MatrixExhibits(api).publish();
    }

    PublicForm published(boolean open, boolean captcha) {
        api.put("designer", form + "/draft", DEFINITION.formatted(key, open, captcha, NOTICE))
                .orFail("drafting");
        api.post("designer", form + "/publish", "{}").orFail("publishing");
        return this;
    }

    String key() {
        return key;
    }

    String address() {
        return form;
    }

    /** The address of a new link in the API. */
    String link() {
        return link(api, form);
    }

    static String link(Api api, String form) {
        String path = api.post("designer", form + "/public-link", Map.of())
                .orFail("making the link")
                .body()
                .at("/link/path")
                .asText();
        return path.replaceFirst("^/p/", "/api/v1/public/");
    }

    /** @param link as {@link #link()} gives it */
    JsonNode shape(String link) {
        return api.sendAs("GET", "", link, null).orFail("the form").body();
    }

    Map<String, Object> body(JsonNode shape, Map<String, Object> data) {
        Map<String, Object> body =
                new HashMap<>(Map.of("version", shape.path("version").asInt(), "noticed", true, "data", data));
        if (shape.path("captcha").isObject()) {
            body.put("captcha", Challenge.solved(shape.path("captcha")));
        }
        return body;
    }

    Api.Result send(String link, Map<String, Object> body, String... headers) {
        return api.sendAs("POST", "", link, Json.write(body), headers);
    }

    static Map<String, Object> data(String name, int number, String... given) {
        return Map.of(
                "name", name, "mobile", CanaryForm.mobile(number), "agreed", Map.of("notice", NOTICE, "given", given));
    }

    /** Its records as a seller sees them, oldest first. */
    List<JsonNode> records() {
        JsonNode items = api.post("sam", form + "/records/query", Map.of("sort", List.of("createdAt"), "limit", 50))
                .orFail("the list")
                .body()
                .path("items");
        return List.copyOf(StreamSupport.stream(items.spliterator(), false).toList());
    }

    String subject(String record) {
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            return sql.texts(
                            "select subject_id::text from " + sql.formTable("demo", key) + " where id = ?::uuid",
                            record)
                    .get(0);
        }
    }
}
