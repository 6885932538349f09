package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A form to import into and to export from, new for each test, with fields from internal to secret. */
final class ExchangeForm {

    private static final String BOUNDARY = "jianmi-test-boundary";

    private static final String DEFINITION = """
            {"kind": "form", "key": "%s", "title": "往来", "fields": [
              {"key": "code", "type": "text", "title": {"zh-CN": "编号", "en": "Code"}, "unique": true, "required": true,
               "sensitivity": {"level": "internal"}},
              {"key": "name", "type": "text", "title": "姓名",
               "sensitivity": {"level": "personal", "kind": "name", "purposes": ["sales"]}},
              {"key": "mobile", "type": "phone", "title": "手机", "sensitivity":
               {"level": "personal", "kind": "phone", "purposes": ["sales"], "search": ["exact"]}},
              {"key": "idNumber", "type": "id-card", "title": "身份证号", "sensitivity":
               {"level": "sensitive", "kind": "idcard", "purposes": ["contract"], "lawfulBasis": "contract"}},
              {"key": "pin", "type": "text", "title": "口令",
               "sensitivity": {"level": "secret", "kind": "credential", "purposes": ["service"]}},
              {"key": "amount", "type": "money", "scale": 2, "minimum": 0, "title": "金额"},
              {"key": "day", "type": "date", "title": "日期"}],
             "permissionGroups": [
              {"key": "admin", "title": "管理", "members": {"roles": ["admin"]},
               "actions": ["create", "read", "update", "delete", "restore", "search", "import", "export"],
               "fields": {"*": "edit"}},
              {"key": "sales", "title": "销售", "members": {"roles": ["sales"]},
               "actions": ["create", "read", "import", "export"], "scope": "amount < 1000",
               "writeScope": "code != \\"Z9\\"",
               "fields": {"code": "edit", "name": "masked", "mobile": "masked", "idNumber": "masked", "pin": "hidden", "amount": "edit"}},
              {"key": "sales-reads", "title": "销售看", "members": {"roles": ["sales"]}, "actions": ["read"],
               "fields": {"code": "read", "mobile": "read", "pin": "hidden", "day": "read"}},
              {"key": "finance", "title": "财务", "members": {"roles": ["finance"]}, "actions": ["read", "create"],
               "fields": {"code": "edit", "amount": "edit"}}]}
            """;

    private final Api api;
    private final String form;

    ExchangeForm(Api api) {
        this.api = api;
        String key = "exchange-" + Integer.toString(Installation.number(), 36);
        this.form = api.site().formPath(MatrixExhibits.APP, key);
        new MatrixExhibits(api).publish();
        publish(DEFINITION);
    }

    /** Another's form. */
    ExchangeForm(Api api, String form) {
        this.api = api;
        this.form = form;
    }

    String path() {
        return form;
    }

    /** Sends a file; the answer. */
    Api.Result send(String member, String file, String options, boolean dryRun) {
        String parts = part("file\"; filename=\"a.csv", file) + part("options", options);
        return post(member, "/imports" + (dryRun ? "?dryRun=true" : ""), parts);
    }

    /** As {@link #send}, as the request that the caller names so. */
    Api.Result sendOnce(String member, String file, String key) {
        return post(member, "/imports", part("file\"; filename=\"a.csv", file), "Idempotency-Key", key);
    }

    /** The columns of a file and what they might lead to. */
    JsonNode columns(String member, String file) {
        return post(member, "/imports/columns", part("file\"; filename=\"a.csv", file))
                .orFail("reading the columns")
                .body();
    }

    /** Of the sealed habits of this form, which keys each has. */
    List<String> habitKeys() {
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            return sql.texts(
                    "select subject::text from t_" + api.site().tenant() + ".import_habit where form = ?",
                    form.substring(form.lastIndexOf('/') + 1));
        }
    }

    /** Forgets how the habits table looks, so that none can be kept, or has it as it was. */
    void breakHabits(boolean broken) {
        String schema = "t_" + api.site().tenant();
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            sql.run("alter table " + schema
                    + (broken ? ".import_habit rename to habit_away" : ".habit_away rename to import_habit"));
        }
    }

    private static String part(String name, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + content + "\r\n";
    }

    private Api.Result post(String member, String path, String parts, String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", "multipart/form-data; boundary=" + BOUNDARY));
        all.addAll(List.of(headers));
        return api.send("POST", member, form + path, parts + "--" + BOUNDARY + "--\r\n", all.toArray(String[]::new));
    }

    /** Publishes the form anew, without a right of the sales group. */
    void withoutSalesRight(String action) {
        String given = "\"actions\": [\"create\", \"read\", \"import\", \"export\"]";
        String taken = DEFINITION.replace(given, given.replace(", \"" + action + "\"", ""));
        publish(taken);
    }

    /** Publishes the form anew: amounts are no less than this. */
    void atLeast(int amount) {
        publish(DEFINITION.replace("\"minimum\": 0", "\"minimum\": " + amount));
    }

    private void publish(String definition) {
        String key = form.substring(form.lastIndexOf('/') + 1);
        api.put("designer", form + "/draft", definition.formatted(key)).orFail("drafting");
        api.post("designer", form + "/publish", "{}").orFail("publishing");
    }

    /** Imports and waits for the end; the job as it is then. */
    JsonNode imported(String member, String file, String options, boolean dryRun) {
        return ended(member, "imports", id(send(member, file, options, dryRun)));
    }

    static String id(Api.Result answer) {
        return answer.orFail("starting").body().path("id").asText();
    }

    JsonNode job(String member, String kind, String id) {
        return api.get(member, form + "/" + kind + "/" + id).orFail("the job").body();
    }

    JsonNode ended(String member, String kind, String id) {
        for (int i = 0; i < 600; i++) {
            JsonNode job = job(member, kind, id);
            if (!List.of("waiting", "running", "undoing")
                    .contains(job.path("status").asText())) {
                return job;
            }
            Installation.pause(200);
        }
        throw new AssertionError("the job does not end: " + job(member, kind, id));
    }

    /** Exports and fetches the file. */
    String exported(String member, Map<String, Object> request) {
        String id = id(api.post(member, form + "/exports", request));
        JsonNode job = ended(member, "exports", id);
        if (!job.path("status").asText().equals("done")) {
            throw new AssertionError(job.toString());
        }
        return api.get(member, form + "/exports/" + id + "/file")
                .orFail("the file")
                .text();
    }

    long count() {
        return api.post("admin", form + "/records/query", Map.of("limit", 1, "count", true))
                .orFail("counting")
                .body()
                .at("/count/value")
                .asLong();
    }

    /** A file of so many valid rows. */
    static String file(int rows) {
        StringBuilder file = new StringBuilder("编号,姓名,手机,金额,日期\n");
        for (int i = 0; i < rows; i++) {
            file.append("C%06d,钱多%d,%s,%d.50,2026-01-%02d\n".formatted(i, i, CanaryForm.mobile(i), i, i % 28 + 1));
        }
        return file.toString();
    }
}
