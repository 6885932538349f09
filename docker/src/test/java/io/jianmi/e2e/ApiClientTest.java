package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.api.ApiFile;
import io.jianmi.bench.site.Api;
import io.jianmi.core.json.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Programs with a key of their own: how a key begins and ends, where it opens anything, and what is left of a record for it. */
@Tag("slow")
@ExtendWith(WithServer.class)
class ApiClientTest {

    /** All that is open to clients; every other route of the API file refuses them. */
    private static final Set<String> OPEN = Set.of(
            "GET apps",
            "GET apps/{app}",
            "GET apps/{app}/forms",
            "GET apps/{app}/forms/{form}",
            "GET apps/{app}/forms/{form}/versions",
            "GET apps/{app}/forms/{form}/versions/{version}",
            "GET apps/{app}/forms/{form}/views",
            "POST apps/{app}/forms/{form}/records",
            "POST apps/{app}/forms/{form}/records/batch",
            "POST apps/{app}/forms/{form}/records/batch-update",
            "POST apps/{app}/forms/{form}/records/batch-delete",
            "POST apps/{app}/forms/{form}/records/batch-restore",
            "POST apps/{app}/forms/{form}/records/compute",
            "POST apps/{app}/forms/{form}/records/duplicates",
            "POST apps/{app}/forms/{form}/records/query",
            "GET apps/{app}/forms/{form}/records/{id}",
            "PATCH apps/{app}/forms/{form}/records/{id}",
            "DELETE apps/{app}/forms/{form}/records/{id}",
            "GET apps/{app}/forms/{form}/records/{id}/history",
            "POST apps/{app}/forms/{form}/records/{id}/restore",
            "POST apps/{app}/forms/{form}/exports",
            "GET apps/{app}/forms/{form}/exports/{id}",
            "POST apps/{app}/forms/{form}/exports/{id}/cancel",
            "GET apps/{app}/forms/{form}/exports/{id}/file",
            "GET apps/{app}/dashboards",
            "GET apps/{app}/dashboards/{key}",
            "POST apps/{app}/dashboards/{key}/data",
            "POST files",
            "GET files/{id}",
            "POST search");

    private static final String CLIENTS = DemoCrm.TENANT + "/api-clients";

    private final Api api;

    ApiClientTest(RunningServer server) {
        api = new Api(Installation.site(server));
    }

    @Test
    void aKeyIsToldOnceAndOpensUntilItIsRolledOrRevoked() {
        JsonNode made = make(Map.of("name", "订单系统"));
        String key = made.path("key").asText();
        String one = CLIENTS + "/" + made.path("id").asText();

        assertThat(key).matches("jmk_[0-9A-Za-z]{49}");
        assertThat(api.get("admin", one).text()).doesNotContain(key).contains("\"hint\":\"" + key.substring(49));
        assertThat(api.get("admin", CLIENTS + "?limit=200").text()).doesNotContain(key);
        assertThat(asks(key).status()).isEqualTo(200);
        assertThat(asks(key.substring(0, 52) + (key.endsWith("a") ? "b" : "a")).code())
                .isEqualTo("identity.unauthenticated");

        Api.Result rolled = api.post("admin", one + "/roll", Map.of("overlap", true), "If-Match", "\"1\"");
        String second = rolled.orFail("rolling").body().path("key").asText();
        assertThat(asks(key).status()).as("the former key for a day").isEqualTo(200);
        assertThat(asks(second).status()).isEqualTo(200);
        String third = api.post("admin", one + "/roll", Map.of(), "If-Match", "\"2\"")
                .body()
                .path("key")
                .asText();
        assertThat(List.of(
                        asks(key).status(), asks(second).status(), asks(third).status()))
                .containsExactly(401, 401, 200);

        assertThat(api.delete("admin", one).status()).isEqualTo(428);
        assertThat(api.delete("admin", one, "If-Match", "\"1\"").code()).isEqualTo("api-client.stale-version");
        assertThat(api.delete("admin", one, "If-Match", "\"3\"").status()).isEqualTo(204);
        assertThat(asks(third).status()).isEqualTo(401);
        assertThat(asks(third).code()).isEqualTo("identity.unauthenticated");
        JsonNode ended = api.get("admin", one).body();
        assertThat(ended.path("status").asText()).isEqualTo("revoked");
        assertThat(ended.path("lastUsed").asText()).isNotEmpty();
        assertThat(api.post("admin", one + "/roll", Map.of(), "If-Match", "\"4\"")
                        .code())
                .isEqualTo("api-client.over");
    }

    @Test
    void administratorsAloneMakeClientsAndNoneOfThePlatformsRoles() {
        assertThat(api.post("designer", CLIENTS, terms(Map.of())).status()).isEqualTo(403);
        assertThat(api.get("sam", CLIENTS).status()).isEqualTo(403);
        Api.Result refused = api.post("admin", CLIENTS, terms(Map.of("roles", List.of("admin"), "ceiling", "secret")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").findValuesAsText("code"))
                .containsExactlyInAnyOrder("api-client.role-of-platform", "api-client.ceiling");
    }

    @Test
    void aKeyWorksInItsTenantFromItsNetworksInItsTimeAndAtItsPace() throws Exception {
        String key = make(Map.of()).path("key").asText();
        assertThat(api.sendAs("GET", key, "/api/v1/tenants/nobodys/apps", null).status())
                .isEqualTo(404);
        assertThat(api.sendAs("GET", key, "/api/v1/me", null).code()).isEqualTo("api-client.refused");
        assertThat(api.sendAs("GET", key, CLIENTS, null).code()).isEqualTo("api-client.refused");

        JsonNode far = make(Map.of("networks", List.of("203.0.113.0/24")));
        assertThat(asks(far.path("key").asText()).status()).isEqualTo(401);
        Api.Result moved = api.patch(
                "admin",
                CLIENTS + "/" + far.path("id").asText(),
                Map.of("networks", List.of("127.0.0.0/8", "::1")),
                "If-Match",
                "\"1\"");
        assertThat(moved.status()).isEqualTo(200);
        assertThat(asks(far.path("key").asText()).status()).isEqualTo(200);

        JsonNode brief = make(
                Map.of("expiresAt", Instant.now().plus(3, ChronoUnit.SECONDS).toString()));
        assertThat(asks(brief.path("key").asText()).status()).isEqualTo(200);

        String slow = make(Map.of("perMinute", 2)).path("key").asText();
        asks(slow);
        asks(slow);
        Api.Result third = asks(slow);
        assertThat(third.status()).isEqualTo(429);
        assertThat(third.code()).isEqualTo("api-client.too-fast");
        assertThat(third.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isPositive();

        Thread.sleep(3_000);
        assertThat(asks(brief.path("key").asText()).status()).as("expired").isEqualTo(401);
    }

    @Test
    void whatLiesAboveTheCeilingOrOutsideThePurposeDoesNotExist() {
        JsonNode made = make(Map.of("name", "售后", "purpose", "service", "ceiling", "personal"));
        String key = made.path("key").asText();
        Map<String, Object> data = new LinkedHashMap<>(DemoCrm.data(Installation.number()));
        data.remove("idNumber");
        data.remove("email");

        Api.Result refused = send(
                key, "POST", DemoCrm.CUSTOMERS, Map.of("data", DemoCrm.data(Installation.number()), "submit", false));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").findValuesAsText("pointer")).contains("/data/idNumber", "/data/email");
        assertThat(Set.copyOf(refused.body().path("errors").findValuesAsText("code")))
                .isEqualTo(Set.of("field.unknown"));

        JsonNode record = send(key, "POST", DemoCrm.CUSTOMERS, Map.of("data", data, "submit", false))
                .orFail("creating")
                .body();
        assertThat(record.at("/createdBy/name").asText()).isEqualTo("API · 售后");
        assertThat(record.at("/data/owner/name").asText()).isEqualTo("API · 售后");
        assertThat(record.at("/data/name").asText()).isEqualTo(data.get("name"));
        assertThat(record.path("data").has("idNumber")).isFalse();
        assertThat(record.path("data").has("email")).isFalse();
        assertThat(record.path("access").has("contract")).isFalse();
        String definition = api.sendAs("GET", key, DemoCrm.CUSTOMER_FORM, null).text();
        assertThat(definition).contains("\"mobile\"").doesNotContain("\"idNumber\"", "\"email\"");
        assertThat(send(
                                key,
                                "POST",
                                DemoCrm.CUSTOMERS + "/query",
                                Map.of("filter", Map.of("field", "email", "op", "eq", "value", "a@example.cn")))
                        .body()
                        .at("/errors/0/code")
                        .asText())
                .isEqualTo("field.unknown");
        String history = api.sendAs(
                        "GET", key, DemoCrm.customer(record.path("id").asText()) + "/history", null)
                .text();
        assertThat(history).contains("API · 售后");

        JsonNode preview = api.post("admin", CLIENTS + "/preview", terms(Map.of("purpose", "service")))
                .orFail("the preview")
                .body();
        Map<String, String> cuts = new LinkedHashMap<>();
        preview.path("forms").forEach(form -> {
            if (form.path("form").asText().equals("customer")) {
                form.path("fields")
                        .forEach(field -> cuts.put(
                                field.path("field").asText(), field.path("cut").asText()));
            }
        });
        assertThat(cuts)
                .containsEntry("idNumber", "ceiling")
                .containsEntry("email", "purpose")
                .containsEntry("mobile", "null");
        assertThat(api.post("sam", CLIENTS + "/preview", terms(Map.of())).status())
                .isEqualTo(403);
    }

    @Test
    void everyRouteOfTheFileButThoseOfRecordsRefusesClients() {
        String key = make(Map.of("perMinute", 6000)).path("key").asText();
        Set<String> answered = new TreeSet<>();
        for (String operation : new ApiFile().operations()) {
            DemoCall call = DemoCall.of(operation);
            boolean parts = call.path().contains("/imports") || call.path().endsWith("/files");
            Api.Result answer = api.sendAs(
                    call.method(),
                    key,
                    call.path(),
                    call.body(),
                    "Content-Type",
                    parts ? "multipart/form-data; boundary=x" : "application/json");
            if (answer.code().equals("api-client.refused")) {
                assertThat(answer.status()).as(operation).isEqualTo(403);
            } else {
                answered.add(operation.replace("/api/v1/tenants/{tenant}/", ""));
            }
        }
        assertThat(answered).isEqualTo(new TreeSet<>(OPEN));
    }

    private Api.Result asks(String key) {
        return api.sendAs("GET", key, DemoCrm.TENANT + "/apps", null);
    }

    private Api.Result send(String key, String method, String path, Object body) {
        return api.sendAs(method, key, path, Json.write(body));
    }

    private JsonNode make(Map<String, Object> more) {
        Api.Result made = api.post("admin", CLIENTS, terms(more)).orFail("making a client");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.headers().firstValue("Cache-Control")).hasValue("no-store");
        return made.body();
    }

    private static Map<String, Object> terms(Map<String, Object> more) {
        Map<String, Object> terms = new LinkedHashMap<>(
                Map.of("name", "ERP", "roles", List.of("sales"), "purpose", "service", "ceiling", "personal"));
        terms.putAll(more);
        return terms;
    }
}
