package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a workflow tells another system, as that system gets it. The server may reach 127.0.0.1 and no other local address. */
@Tag("slow")
@ExtendWith(WithServer.class)
class WebhookTest {

    private final Api api;
    private final AutomationForms forms;

    WebhookTest(RunningServer server) {
        api = new Api(Installation.site(server));
        forms = new AutomationForms(api);
    }

    @Test
    void aMessageIsSignedRedactedLoggedAndSentAgainWhenAsked() throws Exception {
        try (Receiver receiver = new Receiver()) {
            hook(receiver.url("127.0.0.1", "/in/s3cret"));
            String order = forms.order("T1", "");
            AutomationForms.until("it arrives", attempt -> !receiver.received().isEmpty());

            Receiver.Message message = receiver.received().get(0);
            assertThat(message.headers().get("webhook-signature")).isEqualTo(signature(message));
            assertThat(message.body()).doesNotContain("13800138000");
            JsonNode body = Json.parse(message.body());
            assertThat(body.path("type").asText()).isEqualTo("order.billed");
            assertThat(body.at("/data/record").asText()).isEqualTo(order);
            assertThat(body.at("/data/fields/title").asText()).isEqualTo("T1");
            assertThat(body.at("/data/fields/phone/masked").asText()).isEqualTo("138****8000");

            String id = Objects.requireNonNull(message.headers().get("webhook-id"));
            AutomationForms.until(
                    "it is logged",
                    attempt -> delivery(id).path("status").asText().equals("delivered"));
            assertThat(delivery(id).path("code").asText()).isEqualTo("200");
            assertThat(deliveries().toString()).doesNotContain("T1\"", "13800138000", "138****8000", "s3cret");
            api.post("admin", deliveriesPath() + "/" + id + "/replay", Map.of()).orFail("replaying");
            AutomationForms.until(
                    "it is sent again", attempt -> receiver.received().size() == 2);
            assertThat(receiver.received().get(1).headers().get("webhook-id")).isEqualTo(id);
            assertThat(api.post("sam", deliveriesPath() + "/" + id + "/replay", Map.of())
                            .status())
                    .isEqualTo(403);
            assertThat(api.get("sam", deliveriesPath()).status()).isEqualTo(403);
            assertThat(api.get("sam", api.site().tenantPath() + "/webhooks/secret")
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void aClosedAddressAndARedirectLeadNowhere() throws Exception {
        try (Receiver receiver = new Receiver()) {
            hook(receiver.url("127.0.0.2", "/in"), receiver.url("127.0.0.1", "/redirect"));
            String order = forms.order("T2", "");

            AutomationForms.until(
                    "both are tried",
                    attempt -> StreamSupport.stream(of(order).spliterator(), false)
                            .noneMatch(delivery -> delivery.path("code").isNull()));

            assertThat(of(order).findValuesAsText("status")).containsExactlyInAnyOrder("failed", "waiting");
            assertThat(of(order).findValuesAsText("code")).containsExactlyInAnyOrder("webhook.address-refused", "302");
            assertThat(receiver.received()).extracting(Receiver.Message::path).containsExactly("/redirect");
        }
    }

    private void hook(String... urls) {
        StringBuilder steps = new StringBuilder();
        for (String url : urls) {
            steps.append(steps.isEmpty() ? "[" : ", ").append("""
                    {"webhook": {"url": "%s", "event": "order.billed", "fields": ["title", "phone"]}}
                    """.formatted(url));
        }
        forms.automate(steps + "]").orFail("publishing");
    }

    private String deliveriesPath() {
        return api.site().tenantPath() + "/webhooks/deliveries";
    }

    private JsonNode deliveries() {
        return api.get("admin", deliveriesPath()).orFail("listing").body().path("items");
    }

    private JsonNode delivery(String id) {
        return StreamSupport.stream(deliveries().spliterator(), false)
                .filter(item -> item.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode of(String record) {
        var mine = Json.NODES.arrayNode();
        deliveries().forEach(item -> {
            if (item.path("record").asText().equals(record)) {
                mine.add(item);
            }
        });
        return mine;
    }

    /** As a receiver works it out. */
    private String signature(Receiver.Message message) throws Exception {
        String secret = api.get("admin", api.site().tenantPath() + "/webhooks/secret")
                .orFail("reading the secret")
                .body()
                .path("secret")
                .asText();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        String content = message.headers().get("webhook-id") + "."
                + message.headers().get("webhook-timestamp") + "." + message.body();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    }
}
