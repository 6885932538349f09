package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Terms, delegation and decisions on several tasks over HTTP; what the arithmetic and the rules are is tested beside them. */
@Tag("slow")
@ExtendWith(WithServer.class)
class TaskTimeTest {

    private static final String DELEGATIONS = "/delegations";

    private final Api api;
    private final ActsForm form;

    TaskTimeTest(RunningServer server) {
        api = new Api(Installation.site(server));
        form = new ActsForm(api);
    }

    @Test
    void severalAreDecidedAtOnceAndOneThatCannotBeDoesNotHoldUpTheOthers() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            ids.add(form.task("mia", "todo", form.submit("sam")));
        }
        String record = form.submit("sam");
        String maxs = form.task("max", "todo", record);
        ids.add(1, maxs);

        Api.Result answer = batch("mia", Map.of("ids", ids, "action", "approve", "comment", "同意"));

        assertThat(answer.status()).isEqualTo(200);
        List<String> results = new ArrayList<>();
        answer.body()
                .path("results")
                .forEach(result -> results.add(result.path("done").asBoolean() + " "
                        + result.path("problem").asText("")));
        assertThat(results).containsExactly("true ", "false task.not-found", "true ");
        assertThat(form.timeline(record)).containsExactly("submit");
    }

    @Test
    void aBatchThatIsNoneIsRefusedAsAWhole() {
        assertThat(pointers(batch("mia", Map.of("ids", List.of(), "action", "transfer"))))
                .containsExactlyInAnyOrder("/ids", "/action");
    }

    @Test
    void whoIsAwayIsActedForAndTheHistorySaysSo() throws IOException {
        String open = form.submit("sam");
        String made = api.post(
                        "max", delegations(), Map.of("delegate", "dina", "until", in(Duration.ofDays(2)), "open", true))
                .orFail("delegating")
                .body()
                .path("id")
                .asText();
        try {
            String record = form.submit("sam");
            String dina = form.task("dina", "todo", record);
            assertThat(api.get("max", form.tasks() + "?box=todo&record=" + record)
                            .body()
                            .path("items"))
                    .isEmpty();
            form.act("dina", dina, "approve", Map.of()).orFail("approving");
            JsonNode approved = form.workflow("admin", record).path("entries").get(1);
            assertThat(approved.at("/actor/id").asText()).isEqualTo(form.member("dina"));
            assertThat(approved.at("/for/id").asText()).isEqualTo(form.member("max"));
            String certificate = api.get("admin", form.record(record) + "/workflow/certificate")
                    .orFail("certifying")
                    .text();
            assertThat(api.read(certificate).at("/acts/1/for/id").asText()).isEqualTo(form.member("max"));
            assertThat(Verifier.says(certificate)).startsWith("OK: 2 acts");

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(form.timeline(open)).containsExactly("submit", "delegate"));

            assertThat(pointers(api.post(
                            "dina", delegations(), Map.of("delegate", "max", "until", in(Duration.ofDays(1))))))
                    .containsExactly("/delegate");
            assertThat(api.delete("sam", delegations() + "/" + made).code()).isEqualTo("delegation.not-found");
        } finally {
            assertThat(api.delete("max", delegations() + "/" + made).status()).isEqualTo(204);
        }
    }

    @Test
    void onlyAdministratorsArrangeForOthersAndSetTheCalendar() {
        Map<String, Object> others =
                Map.of("member", form.member("mia"), "delegate", "max", "until", in(Duration.ofDays(1)));
        assertThat(api.post("sam", delegations(), others).status()).isEqualTo(403);
        JsonNode calendar = api.get("sam", api.site().tenantPath() + "/calendar")
                .orFail("reading")
                .body();
        assertThat(calendar.path("zone").asText()).isEqualTo("Asia/Shanghai");
        assertThat(api.put("sam", api.site().tenantPath() + "/calendar", calendar)
                        .status())
                .isEqualTo(403);
        assertThat(api.put("admin", api.site().tenantPath() + "/calendar", calendar)
                        .status())
                .isEqualTo(200);
    }

    private Api.Result batch(String member, Map<String, Object> body) {
        return api.post(member, form.tasks() + "/batch", body);
    }

    private String delegations() {
        return api.site().tenantPath() + DELEGATIONS;
    }

    private static String in(Duration time) {
        return Instant.now().plus(time).toString();
    }

    private static List<String> pointers(Api.Result refused) {
        assertThat(refused.status()).isEqualTo(422);
        return refused.body().path("errors").findValuesAsText("pointer");
    }
}
