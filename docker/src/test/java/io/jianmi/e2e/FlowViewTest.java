package io.jianmi.e2e;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where an instance stands, drawn, and how a workflow does, over HTTP; layout, course and arithmetic are tested beside them. */
@Tag("slow")
@ExtendWith(WithServer.class)
class FlowViewTest {

    private final Api api;

    FlowViewTest(RunningServer server) {
        api = new Api(Installation.site(server));
    }

    @Test
    void theChartFollowsTheInstanceThroughItsBranches() {
        ParallelForm form = new ParallelForm(api);
        String record = form.submit();
        assertThat(states(chart("sam", form.record(record))))
                .isEqualTo(Map.of(
                        "submit",
                        "passed",
                        "split",
                        "passed",
                        "look",
                        "current",
                        "fill",
                        "current",
                        "meet",
                        "possible",
                        "director",
                        "possible",
                        "done",
                        "possible"));

        form.decide("mia", form.open("mia", record, "look"), "approve").orFail("approving");

        JsonNode chart = chart("sam", form.record(record));
        assertThat(states(chart)).containsEntry("look", "passed").containsEntry("fill", "current");
        assertThat(node(chart, "look").path("people").findValuesAsText("id"))
                .containsExactly(
                        new MatrixExhibits(api).member("mia").path("id").asText());
        assertThat(node(chart, "look").path("title").asText()).isEqualTo("审核");
        assertThat(node(chart, "fill").path("waitingFor").asInt()).isEqualTo(2);
        assertThat(node(chart, "fill").path("people")).as("whose turn it is").isEmpty();
        assertThat(node(chart("fay", form.record(record)), "fill").path("people"))
                .as("her own turn")
                .hasSize(1);
        assertThat(api.get("nora", form.record(record) + "/workflow/chart").code())
                .isEqualTo("request.not-found");
    }

    @Test
    void aReturnAndAnEndAreDrawnAsTheyCount() {
        ActsForm form = new ActsForm(api);
        String record = form.submit("sam");
        assertThat(node(chart("admin", form.record(record)), "managers")
                        .path("people")
                        .findValuesAsText("id"))
                .containsExactlyInAnyOrder(form.member("mia"), form.member("max"));
        for (String manager : List.of("mia", "max")) {
            form.act(manager, form.task(manager, "todo", record), "approve", Map.of())
                    .orFail("approving");
        }
        form.act("fay", form.task("fay", "todo", record), "return", Map.of("to", "start"))
                .orFail("returning");
        assertThat(states(chart("sam", form.record(record))))
                .isEqualTo(
                        Map.of("submit", "current", "managers", "possible", "finance", "possible", "done", "possible"));

        form.overall("admin", record, "terminate", Map.of("comment", "作废")).orFail("ending");

        assertThat(states(chart("sam", form.record(record))))
                .isEqualTo(Map.of("submit", "stopped", "managers", "aside", "finance", "aside", "done", "aside"));
    }

    @Test
    void figuresCountWhatWasDecidedAndWhatStands() {
        ActsForm form = new ActsForm(api);
        String figures = form.workflowAddress() + "/figures";
        JsonNode none = api.get("designer", figures).orFail("no figures yet").body();
        assertThat(none.at("/instances/started").asInt()).isZero();
        assertThat(none.path("nodes").findValuesAsText("key")).containsExactly("managers", "finance");
        assertThat(none.at("/nodes/0/medianMs").isNull()).isTrue();
        String record = form.submit("sam");
        String other = form.submit("sam");
        form.overall("sam", other, "withdraw", Map.of()).orFail("withdrawing");
        for (String manager : List.of("mia", "max")) {
            form.act(manager, form.task(manager, "todo", record), "approve", Map.of())
                    .orFail("approving");
        }
        form.task("fay", "todo", record);

        JsonNode told = api.get("admin", figures).orFail("figures").body();

        assertThat(told.at("/instances/started").asInt()).isEqualTo(2);
        assertThat(told.at("/instances/running").asInt()).isEqualTo(1);
        assertThat(told.at("/instances/withdrawn").asInt()).isEqualTo(1);
        assertThat(told.at("/nodes/0/decided").asInt()).isEqualTo(1);
        assertThat(told.at("/nodes/0/medianMs").asLong()).isPositive();
        assertThat(told.at("/nodes/1/open").asInt()).isEqualTo(1);
        Map<String, Integer> load = new HashMap<>();
        told.path("people")
                .forEach(one -> load.put(
                        one.at("/person/id").asText(),
                        one.path("decided").asInt() * 10 + one.path("open").asInt()));
        assertThat(load).isEqualTo(Map.of(form.member("mia"), 10, form.member("max"), 10, form.member("fay"), 1));
        assertThat(told.toString()).doesNotContain("欧阳", record);
        assertThat(api.get("sam", figures).code()).isEqualTo("identity.forbidden");
        JsonNode north = api.get("mia", figures).orFail("of her department").body();
        assertThat(north.path("people"))
                .hasSize(1)
                .allMatch(one -> one.at("/person/id").asText().equals(form.member("mia")));
        assertThat(north.path("nodes").findValuesAsText("key")).containsExactly("managers");
        assertThat(north.path("instances").isNull()).isTrue();
        String others = new ActsForm(api).workflowAddress() + "/figures";
        assertThat(api.get("mia", others).code())
                .as("one without tasks of theirs")
                .isEqualTo(api.get("mia", figures.replace("acts-", "none-")).code())
                .isEqualTo("workflow.not-found");
        assertThat(api.get("admin", figures + "?from=yesterday").code()).isEqualTo("request.invalid-parameter");
        String longAgo = "?from=2020-01-01T00:00:00Z&to=2020-02-01T00:00:00Z";
        assertThat(api.get("admin", figures + longAgo)
                        .body()
                        .at("/instances/started")
                        .asInt())
                .isZero();
    }

    private JsonNode chart(String who, String record) {
        return api.get(who, record + "/workflow/chart").orFail("the chart").body();
    }

    private static JsonNode node(JsonNode chart, String key) {
        return StreamSupport.stream(chart.path("nodes").spliterator(), false)
                .filter(node -> node.path("key").asText().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> states(JsonNode chart) {
        return StreamSupport.stream(chart.path("nodes").spliterator(), false)
                .collect(toMap(
                        node -> node.path("key").asText(),
                        node -> node.path("state").asText(),
                        (one, other) -> one,
                        TreeMap::new));
    }
}
