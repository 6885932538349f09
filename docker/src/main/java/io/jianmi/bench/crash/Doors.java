package io.jianmi.bench.crash;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Challenge;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The two ways by which others than members send records: a program's key and a public link, both made for one run.
 *
 * @param client path of the program among the API clients
 * @param link path of the public form
 */
record Doors(String client, String key, String link) {

    /** Opens them; both lead to the same form. */
    static Doors open(Api api) {
        String clients = api.site().tenantPath() + "/api-clients";
        JsonNode client = api.post(
                        "admin",
                        clients,
                        Map.of(
                                "name", "故障演练",
                                "roles", List.of("sales"),
                                "purpose", "sales",
                                "ceiling", "personal",
                                "perMinute", 6000))
                .orFail("making an API client")
                .body();
        String link = api.post("designer", api.site().formPath(CrashForm.APP, CrashForm.VISIT) + "/public-link", "{}")
                .orFail("making a public link")
                .body()
                .at("/link/path")
                .asText();
        return new Doors(
                clients + "/" + client.path("id").asText(),
                client.path("key").asText(),
                link.replaceFirst("^/p/", "/api/v1/public/"));
    }

    /** The program is ended; a link ends with the next one. */
    void shut(Api api) {
        api.delete("admin", client, "If-Match", "\"1\"");
    }

    /** Asks for the record once; a visitor solves a new challenge each time, as a browser does. */
    Api.Result send(Api api, Sending sending) {
        if (!sending.visitor()) {
            return api.postAs(
                    key,
                    api.site().formPath(CrashForm.APP, CrashForm.VISIT) + "/records",
                    Map.of("data", sending.data(), "submit", true),
                    "Idempotency-Key",
                    sending.idempotencyKey());
        }
        Api.Result shape = api.sendAs("GET", "", link, null);
        if (!shape.ok()) {
            return shape;
        }
        Map<String, Object> body = new HashMap<>(
                Map.of("version", shape.body().path("version").asInt(), "noticed", true, "data", sending.data()));
        Optional.of(shape.body().path("captcha"))
                .filter(JsonNode::isObject)
                .ifPresent(challenge -> body.put("captcha", Challenge.solved(challenge)));
        return api.postAs("", link, body, "Idempotency-Key", sending.idempotencyKey());
    }
}
