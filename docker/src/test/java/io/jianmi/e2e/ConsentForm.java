package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A form that asks two purposes by a notice; sellers fill it in, finance sees that there is an answer, risk does not know of it. */
final class ConsentForm {

    private static final String DEFINITION = """
            {"kind": "form", "key": "%s", "title": "线索", "fields": [
              {"key": "name", "type": "text", "title": "称呼", "sensitivity": {"level": "internal"}},
              {"key": "agreed", "type": "consent", "title": "同意", "required": true, "notice": "%s",
               "purposes": ["service", "marketing"]}],
             "permissionGroups": [{"key": "sales", "title": "销售", "members": {"roles": ["sales"]},
               "actions": ["create", "read", "update", "delete", "restore", "import", "export"], "fields": {"*": "edit"}},
              {"key": "finance", "title": "财务", "members": {"roles": ["finance"]}, "actions": ["read"],
               "fields": {"name": "read", "agreed": "masked"}},
              {"key": "risk", "title": "风控", "members": {"roles": ["risk"]}, "actions": ["read"],
               "fields": {"name": "read", "agreed": "hidden"}}]}
            """;

    private final Api api;
    private final String key;
    private final String form;
    private final String notice;
    private final String definition;

    /** @param notice version of its text */
    ConsentForm(Api api, String notice) {
        this(api, DEFINITION, notice);
    }

    /** @param definition with places for a key and the version of the text */
    ConsentForm(Api api, String definition, String notice) {
        this.definition = definition;
        this.api = api;
        this.key = "consent-" + Integer.toString(Installation.number(), 36);
        this.form = api.site().formPath(MatrixExhibits.APP, key);
        this.notice = notice;
        publish(notice);
    }

    /** The one that it asked by at first. */
    String notice() {
        return notice;
    }

    void publish(String notice) {
        api.put("designer", form + "/draft", definition.formatted(key, notice)).orFail("drafting");
        api.post("designer", form + "/publish", "{}").orFail("publishing");
    }

    String key() {
        return key;
    }

    String records() {
        return form + "/records";
    }

    String create(Map<String, Object> data) {
        return api.post("sam", records(), Map.of("data", data))
                .orFail("creating")
                .body()
                .path("id")
                .asText();
    }

    static Map<String, Object> answer(String notice, String... given) {
        return Map.of("agreed", Map.of("notice", notice, "given", given));
    }

    /** The person of a record. */
    String subject(String record) {
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            return sql.texts(
                            "select subject_id::text from " + sql.formTable("demo", key) + " where id = ?::uuid",
                            record)
                    .get(0);
        }
    }

    String consents() {
        return api.site().tenantPath() + "/privacy/consents";
    }

    /** What the ledger has of a person, newest first. */
    List<JsonNode> ledger(String subject) {
        List<JsonNode> events = new ArrayList<>();
        api.get("paul", consents() + "?subject=" + subject)
                .orFail("reading the ledger")
                .body()
                .path("items")
                .forEach(events::add);
        return events;
    }
}
