package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** A form of twelve fields from public to secret in an app of its own, and valid data for it. */
final class CanaryForm {

    static final String APP = "canary";
    static final String FORM = "canary";
    static final String WORKFLOW = "canary-approval";

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private final Api api;

    CanaryForm(Api api) {
        this.api = api;
    }

    String records() {
        return api.site().formPath(APP, FORM) + "/records";
    }

    String record(String id) {
        return records() + "/" + id;
    }

    /** Publishes form and workflow, once per installation. */
    void publish() {
        String apps = api.site().tenantPath() + "/apps";
        if (api.get("designer", apps + "/" + APP).status() == 404) {
            api.post("designer", apps, Map.of("key", APP, "title", "金丝雀")).orFail("making the app");
        }
        if (api.get("admin", api.site().formPath(APP, FORM)).status() == 404) {
            publish(api.site().formPath(APP, FORM), "canary.form.json");
            publish(apps + "/" + APP + "/workflows/" + WORKFLOW, "canary-approval.workflow.json");
        }
    }

    /** The id of a record that {@code member} creates. */
    String create(String member, Map<String, Object> data) {
        return api.post(member, records(), Map.of("data", data, "submit", true))
                .orFail("creating")
                .body()
                .path("id")
                .asText();
    }

    String etag(String member, String id) {
        return api.get(member, record(id))
                .orFail("reading")
                .headers()
                .firstValue("etag")
                .orElseThrow();
    }

    /** A valid record of that number; without an amount, so that no workflow starts. */
    static Map<String, Object> data(int number, String level) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", "钱多" + number);
        data.put("mobile", mobile(number));
        data.put("idNumber", idNumber(number));
        data.put("level", level);
        return data;
    }

    static String mobile(int number) {
        return "177" + String.format(Locale.ROOT, "%08d", number % 100_000_000);
    }

    /** A made-up identity number whose check digit is right (GB 11643). */
    static String idNumber(int number) {
        String body = "110101199001" + String.format(Locale.ROOT, "%02d%03d", number / 1000 % 28 + 1, number % 1000);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (body.charAt(i) - '0') * WEIGHTS[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    long rows() {
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            return sql.number("select count(*) from " + table(sql));
        }
    }

    String table(Sql sql) {
        return sql.formTable(api.site().tenant(), FORM);
    }

    private void publish(String definition, String resource) {
        api.put("designer", definition + "/draft", read(resource)).orFail("draft of " + definition);
        api.post("designer", definition + "/publish", "{}").orFail("publishing " + definition);
    }

    private JsonNode read(String resource) {
        try (InputStream in = Objects.requireNonNull(CanaryForm.class.getResourceAsStream("/e2e/" + resource))) {
            return api.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
