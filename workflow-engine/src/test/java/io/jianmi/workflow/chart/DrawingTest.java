package io.jianmi.workflow.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.workflow.compile.CompiledWorkflow;
import io.jianmi.workflow.testing.Definitions;
import io.jianmi.workflow.testing.TestForm;
import io.jianmi.workflow.testing.WrittenWays;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawingTest {

    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");

    @Test
    void itRunsDownwardsAndTwoBranchesAreNarrowerThanAPhone() {
        JsonNode chart = drawn("start>f f>a f>b a>j b>j j>end", List.of());

        assertThat(chart.path("nodes").findValuesAsText("key")).containsExactly("start", "f", "a", "b", "j", "end");
        assertThat(chart.path("width").asInt()).isLessThan(340);
        assertThat(chart.path("height").asInt())
                .isGreaterThan(chart.path("width").asInt());
        JsonNode left = chart.at("/nodes/2");
        JsonNode right = chart.at("/nodes/3");
        assertThat(left.path("y")).isEqualTo(right.path("y"));
        assertThat(left.path("x").asInt() + left.path("width").asInt())
                .isLessThan(right.path("x").asInt());
    }

    @Test
    void linesLeaveBelowAndArriveAbove() {
        JsonNode chart = drawn("start>a a>end", List.of());

        JsonNode start = chart.at("/nodes/0");
        JsonNode line = chart.at("/edges/0/points");
        assertThat(line.at("/0/0").asInt())
                .isEqualTo(start.path("x").asInt() + start.path("width").asInt() / 2);
        assertThat(line.at("/0/1").asInt())
                .isEqualTo(start.path("y").asInt() + start.path("height").asInt());
        assertThat(line.at("/1/1").asInt()).isEqualTo(chart.at("/nodes/1/y").asInt());
    }

    @Test
    void itTellsHowLongItHasStoodSomewhereAndNothingOfTheRules() {
        JsonNode chart = drawn(
                "start>c c>a c>b! a>end b>end",
                List.of(
                        Passage.passed("start", NOW.minusSeconds(90), NOW.minusSeconds(90)),
                        Passage.open("a", NOW.minusSeconds(90))));

        assertThat(chart.at("/nodes/2/spentMs").asLong())
                .isEqualTo(Duration.ofSeconds(90).toMillis());
        assertThat(chart.toString()).doesNotContain("creditLimit", "risk");
        assertThat(chart.at("/nodes/4/since").isMissingNode()).isTrue();
    }

    private static JsonNode drawn(String ways, List<Passage> passages) {
        CompiledWorkflow workflow = Definitions.compile(WrittenWays.document(ways), TestForm.customer());
        return new Drawing(workflow, new Course(workflow, passages, true), NOW).in("zh-CN");
    }
}
