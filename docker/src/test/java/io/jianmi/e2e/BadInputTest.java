package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent: a problem with a stable code, a pointer where there is a place, no value echoed, nothing stored. */
@Tag("slow")
@ExtendWith(WithServer.class)
class BadInputTest {

    private static final String CANARY = "密密qzq7vk";
    private static final int MEBIBYTE = 1 << 20;

    private final Api api;
    private final CanaryForm form;
    private long before;

    BadInputTest(RunningServer server) {
        api = new Api(Installation.site(server));
        form = new CanaryForm(api);
    }

    @BeforeEach
    void count() {
        form.publish();
        before = form.rows();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":{\"name\":\"密密qzq7vk\"",
                "not json 密密qzq7vk",
                "",
                "null",
                "[]",
                "\"密密qzq7vk\"",
                "{\"data\":[]}",
                "{\"data\":\"密密qzq7vk\"}",
                "{}",
                "{\"data\":{\"name\":\"密密qzq7vk\"}} trailing",
                "{\"data\":{\"name\":\"密密qzq7vk\",\"name\":\"密密qzq7vk\"}}",
                "{\"data\":{\"name\":\"a\\u0000密密qzq7vk\"}}",
                "{\"data\":{\"name\":\"\\ud800密密qzq7vk\"}}",
                "{\"data\":{\"name\":\"密密qzq7vk\"},\"submit\":\"maybe\"}",
                "{\"data\":{\"name\":\"密密qzq7vk\"},\"submitt\":true}"
            })
    void aBodyThatIsNotTheAgreedShapeIsRefused(String body) {
        assertRefused(api.send("POST", "admin", form.records(), body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nope | \"密密qzq7vk\" | /data/nope",
                "name | 5 | /data/name",
                "name | {\"a\":\"密密qzq7vk\"} | /data/name",
                "name | [\"密密qzq7vk\"] | /data/name",
                "name | \"\" | /data/name",
                "name | null | /data/name",
                "amount | \"密密qzq7vk\" | /data/amount",
                "amount | true | /data/amount",
                "amount | \"1e400\" | /data/amount",
                "level | \"密密qzq7vk\" | /data/level",
                "level | [\"A\"] | /data/level",
                "mobile | \"密密qzq7vk\" | /data/mobile",
                "mobile | 13800138000 | /data/mobile",
                "idNumber | \"110101199003071231\" | /data/idNumber",
                "email | \"密密qzq7vk\" | /data/email",
                "name | {\"masked\":\"密密qzq7vk\"} | /data/name",
                "idNumber | {\"enc\":\"密密qzq7vk\"} | /data/idNumber",
                "idNumber | {\"replace\":\"密密qzq7vk\"} | /data/idNumber"
            })
    void aFieldThatIsNotAcceptableIsNamedByItsPlace(String field, String value, String pointer) {
        Map<String, Object> data = new LinkedHashMap<>(CanaryForm.data(Installation.number(), "A"));
        data.put(field, api.read(value));

        Api.Result refused = api.post("admin", form.records(), Map.of("data", data, "submit", true));

        assertRefused(refused);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").findValuesAsText("pointer")).contains(pointer);
        for (JsonNode error : refused.body().path("errors")) {
            assertThat(error.path("code").asText()).matches("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)+");
        }
    }

    @Test
    void allFindingsComeTogether() {
        Map<String, Object> data = CanaryForm.data(Installation.number(), "密密qzq7vk");
        data.put("mobile", "1");
        data.put("email", CANARY);
        data.remove("name");

        Api.Result refused = api.post("admin", form.records(), Map.of("data", data, "submit", true));

        assertRefused(refused);
        assertThat(refused.body().path("errors").findValuesAsText("pointer"))
                .contains("/data/name", "/data/mobile", "/data/email", "/data/level");
    }

    @Test
    void aBodyOfTenMegabytesIsRefused() {
        Api.Result refused = api.send(
                "POST", "admin", form.records(), "{\"data\":{\"name\":\"" + "密".repeat(10 * MEBIBYTE / 3) + "\"}}");

        assertRefused(refused);
        assertThat(refused.status()).isEqualTo(413);
    }

    /** Announced or in pieces, one long value or many short ones: the same problem. */
    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void aBodyOfTenMegabytesIsRefusedHoweverItIsSent(boolean pieces, boolean oneValue) throws IOException {
        String value =
                oneValue ? "\"" + "x".repeat(10 * MEBIBYTE) + "\"" : "\"x\"" + ",\"x\"".repeat(10 * MEBIBYTE / 4);
        String body = "{\"data\":{\"name\":" + (oneValue ? value : "[" + value + "]") + "}}";

        String answer = new RawRequest(api).post("admin", form.records(), body, pieces);

        assertThat(answer).startsWith("HTTP/1.1 413 ");
        assertThat(answer).contains("Content-Type: application/problem+json");
        assertThat(answer).contains("\"code\":\"request.too-large\"").contains("\"status\":413");
        assertThat(form.rows()).isEqualTo(before);
    }

    @Test
    void aBodyInPiecesWithinTheLimitIsReadLikeAnyOther() throws IOException {
        String good = new RawRequest(api)
                .post("admin", form.records() + "/query", "{\"limit\":1}" + " ".repeat(MEBIBYTE), true);
        String bad = new RawRequest(api).post("admin", form.records(), "{\"data\":{\"a\":1,\"a\":1}}", true);

        assertThat(good).startsWith("HTTP/1.1 200 ");
        assertThat(bad).startsWith("HTTP/1.1 400 ").contains("request.duplicate-key");
    }

    @Test
    void deepNestingIsRefused() {
        int depth = 10_000;

        assertRefused(api.send(
                "POST",
                "admin",
                form.records(),
                "{\"data\":{\"name\":" + "[".repeat(depth) + "]".repeat(depth) + "}}"));
        assertRefused(api.send(
                "POST",
                "admin",
                form.records() + "/query",
                "{\"filter\":" + "{\"not\":".repeat(depth) + "{}" + "}".repeat(depth) + "}"));
    }

    @Test
    void oneBadRecordInABatchStoresNone() {
        Map<String, Object> bad = CanaryForm.data(Installation.number(), "A");
        bad.put("email", CANARY);
        Api.Result refused = api.post(
                "admin",
                form.records() + "/batch",
                Map.of(
                        "records",
                        List.of(Map.of("data", CanaryForm.data(Installation.number(), "A")), Map.of("data", bad))));

        assertRefused(refused);
        assertThat(refused.body().path("errors").findValuesAsText("pointer")).contains("/records/1/data/email");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"filter\":{\"field\":\"nope\",\"op\":\"eq\",\"value\":\"密密qzq7vk\"}}",
                "{\"filter\":{\"field\":\"amount\",\"op\":\"eq\",\"value\":\"密密qzq7vk\"}}",
                "{\"filter\":{\"field\":\"level\",\"op\":\"like\",\"value\":\"密密qzq7vk\"}}",
                "{\"filter\":{\"field\":\"passphrase\",\"op\":\"eq\",\"value\":\"密密qzq7vk\"}}",
                "{\"filter\":{\"field\":\"name\",\"op\":\"contains\",\"value\":\"密密qzq7vk\"}}",
                "{\"sort\":[\"name\"]}",
                "{\"sort\":[\"nope\"]}",
                "{\"fields\":[\"nope\"]}",
                "{\"limit\":100000}",
                "{\"limit\":\"密密qzq7vk\"}",
                "{\"after\":\"密密qzq7vk\"}"
            })
    void aQueryOutsideTheFormIsRefused(String query) {
        assertRefused(api.send("POST", "admin", form.records() + "/query", query));
    }

    @Test
    void anotherMediaTypeOrMethodIsRefused() {
        assertRefused(api.send("POST", "admin", form.records(), "name=" + CANARY, "Content-Type", "text/plain"));
        assertRefused(api.send("PUT", "admin", form.records(), "{}"));
    }

    @Test
    void withoutAGoodTokenThereIsNothing() {
        String good = api.tokens().of("admin");
        int middle = good.length() / 2;
        String tampered =
                good.substring(0, middle) + (good.charAt(middle) == 'a' ? 'b' : 'a') + good.substring(middle + 1);

        for (String token : new String[] {"", "nonsense", tampered}) {
            Api.Result refused = api.sendAs("POST", token, form.records() + "/query", "{}");
            assertRefused(refused);
            assertThat(refused.status()).isEqualTo(401);
        }
    }

    @Test
    void anExpiredTokenIsRefused() throws IOException, InterruptedException {
        String token = new ShortTokens(api.site()).of("admin", 2);
        assertThat(api.sendAs("GET", token, "/api/v1/me", null).status()).isEqualTo(200);
        Installation.pause(4_000);

        Api.Result refused = api.sendAs("GET", token, "/api/v1/me", null);
        assertRefused(refused);
        assertThat(refused.status()).isEqualTo(401);
    }

    @Test
    void anotherTenantLooksLikeNone() {
        String path = "/apps/canary/forms/canary/records/query";
        Api.Result missing = api.post("admin", "/api/v1/tenants/nowhere" + path, Map.of());

        assertRefused(missing);
        assertThat(missing.status()).isEqualTo(404);
    }

    private void assertRefused(Api.Result result) {
        assertThat(result.status()).isBetween(400, 499);
        assertThat(result.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        assertThat(result.code()).matches("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)*");
        assertThat(result.body().path("type").asText()).isEqualTo("urn:jianmi:problem:" + result.code());
        assertThat(result.body().path("status").asInt()).isEqualTo(result.status());
        assertThat(result.text())
                .doesNotContain(CANARY)
                .doesNotContain("Exception")
                .doesNotContain("java.");
        assertThat(form.rows()).isEqualTo(before);
    }
}
