package io.jianmi.workflow.chart;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.workflow.chart.Passage.Kind;
import io.jianmi.workflow.compile.CompiledNode;
import io.jianmi.workflow.compile.CompiledWorkflow;
import io.jianmi.workflow.testing.Definitions;
import io.jianmi.workflow.testing.TestForm;
import io.jianmi.workflow.testing.WrittenWays;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Graphs are {@link WrittenWays}. What happened is written as {@code node:since-left}, followed by {@code !} for a rejection, {@code <target}
 * for a way back, {@code =target} for one that comes straight back and {@code x} for being stopped; without a second number it is open.
 */
class CourseTest {

    private static final Instant BEGIN = Instant.parse("2026-11-26T08:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            start>a a>b b>end                       | a:0                    | current a; passed start; possible b end
            start>a a>b b>end                       | a:0-2 b:2              | current b; passed a start; possible end
            start>a a>b b>end                       | a:0-2 b:2-3<a a:3      | current a; passed start; possible b end
            start>a a>b b>d d>end                   | a:0-2 b:2-3 d:3-4=a a:4 | current a; passed b start; possible d end
            start>c c>a c>b! a>end b>end            | a:0                    | aside b; current a; passed c start; possible end
            start>c c>a c>b! a>b b>end              | b:0                    | aside a; current b; passed c start; possible end
            start>c c>a c>b! a>b b>end              | a:0-1 b:1              | current b; passed a c start; possible end
            start>f f>a f>b a>j b>j j>d d>end       | a:0 b:0-1              | current a; passed b f start; possible d end j
            start>f f>a f>b a>j b>j j>d d>end       | a:0-3 b:0-1 d:3        | current d; passed a b f j start; possible end
            start>f f>a f>b a>j b>j j>d d>end       | a:0-3 b:0-1 d:3-4<f a:4 b:4 | current a b; passed f start; possible d end j
            start>a a>b? a>end b>end2               | a:0-1! b:1             | aside end; current b; passed a start; possible end2
            start>t t>a a>end                       | t:0-0 a:0              | current a; passed start t; possible end
            start>c c>t c>a! t>a a>end              | t:0-0 a:0              | current a; passed c start t; possible end
            start>a a>b b>end                       | a:0-1                  | passed a start; possible b end
            """)
    void nodesAreToldApart(String ways, String happened, String expected) {
        assertThat(told(ways, happened, true)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            start>a a>b b>end                       | a:0-2 b:2-5 end:5-5    | passed a b end start
            start>a a>b b>end                       | a:0-2!                 | aside b end; passed a start
            start>a a>b b>end                       | a:0-2 b:2-5x           | aside end; passed a start; stopped b
            start>f f>a f>b a>j b>j j>end           | a:0-2! b:0x            | aside end j; passed a f start; stopped b
            """)
    void nothingIsPossibleOnceItHasEnded(String ways, String happened, String expected) {
        assertThat(told(ways, happened, false)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            start>c c>a c>b! a>b b>end              | b:0                    | c>b start>c
            start>c c>a c>b! a>b b>end              | a:0-1 b:1              | a>b c>a start>c
            start>a a>b? a>end b>end2               | a:0-1! b:1             | a>b start>a
            start>f f>a f>b a>j b>j j>d d>end       | a:0 b:0-1              | b>j f>a f>b start>f
            start>f f>a f>b a>j b>j j>d d>end       | a:0-3 b:0-1 d:3        | a>j b>j f>a f>b j>d start>f
            start>f f>c f>b c>a c>j! a>j b>j j>d d>end | b:0-1 d:1           | b>j c>j f>b f>c j>d start>f
            start>a a>c c>a c>end! | a:0-1 a:1       | start>a
            """)
    void edgesThatLeaveNoTraceFollowFromTheTracesAround(String ways, String happened, String expected) {
        CompiledWorkflow workflow = workflow(ways);
        Course course = new Course(workflow, passages(happened), true);

        assertThat(workflow.nodes().stream()
                        .flatMap(node ->
                                node.out().stream().filter(course::went).map(edge -> node.key() + ">" + edge.to()))
                        .sorted()
                        .collect(joining(" ")))
                .isEqualTo(expected);
    }

    @Test
    void whatAMigrationLeftBehindIsPassedOver() {
        assertThat(told("start>a a>end", "gone:0-1<before a:1", true))
                .isEqualTo("current a; passed start; possible end");
    }

    @Test
    void theLastStayCounts() {
        Course course = new Course(workflow("start>a a>b b>end"), passages("a:0-2 b:2-3<a a:3-7 b:7"), true);

        assertThat(course.at("a")).extracting(Passage::since).isEqualTo(BEGIN.plusSeconds(3));
        assertThat(course.at("end")).isNull();
    }

    private static String told(String ways, String happened, boolean running) {
        CompiledWorkflow workflow = workflow(ways);
        Course course = new Course(workflow, passages(happened), running);
        return workflow.nodes().stream()
                .map(CompiledNode::key)
                .sorted()
                .collect(
                        groupingBy(node -> course.of(node).name().toLowerCase(Locale.ROOT), TreeMap::new, joining(" ")))
                .entrySet()
                .stream()
                .map(state -> state.getKey() + " " + state.getValue())
                .collect(joining("; "));
    }

    private static CompiledWorkflow workflow(String ways) {
        ObjectNode document = WrittenWays.document(ways);
        return Definitions.compile(document, TestForm.customer());
    }

    private static List<Passage> passages(String happened) {
        List<Passage> passages = new ArrayList<>();
        passages.add(Passage.passed("start", BEGIN, BEGIN));
        for (String word : happened.strip().split("\\s+")) {
            String node = word.substring(0, word.indexOf(':'));
            String rest = word.substring(node.length() + 1);
            String[] mark = rest.replaceAll("[0-9-]", " ").strip().split(" ");
            String[] times = rest.replaceAll("[^0-9-].*", "").split("-");
            Instant since = BEGIN.plusSeconds(Integer.parseInt(times[0]));
            Instant left = times.length < 2 ? null : BEGIN.plusSeconds(Integer.parseInt(times[1]));
            passages.add(passage(node, since, left, mark[0]));
        }
        return passages;
    }

    private static Passage passage(String node, Instant since, @Nullable Instant left, String mark) {
        Optional<String> target = mark.length() > 1 ? Optional.of(mark.substring(1)) : Optional.empty();
        return switch (mark.isEmpty() ? ' ' : mark.charAt(0)) {
            case '!' -> new Passage(node, since, left, Kind.REJECTED, target);
            case '<' -> new Passage(node, since, left, Kind.BACK, target);
            case '=' -> new Passage(node, since, left, Kind.STRAIGHT_BACK, target);
            case 'x' -> new Passage(node, since, left, Kind.STOPPED, target);
            default -> left == null ? Passage.open(node, since) : Passage.passed(node, since, left);
        };
    }
}
