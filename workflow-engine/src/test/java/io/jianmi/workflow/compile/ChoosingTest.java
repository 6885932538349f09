package io.jianmi.workflow.compile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.workflow.testing.Definitions;
import io.jianmi.workflow.testing.TestForm;
import io.jianmi.workflow.testing.TestOrg;
import io.jianmi.workflow.testing.WrittenWays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Graphs are {@link WrittenWays}; the people of the nodes named beside them are chosen by the handler before. */
class ChoosingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            start>a a>b b>end                                    | b    | a | b
            start>a a>b b>d d>end                                | d    | a |
            start>a a>t t>b b>end                                | b    | a | b
            start>a a>t t>b b>end                                | t,b  | a | t,b
            start>a a>c c>b c>d! b>end d>end                     | b,d  | a | b,d
            start>a a>c c>b c>d! b>d d>end                       | d    | a | d
            start>a a>b a>d? b>end d>end                         | b,d  | a | b
            start>a a>c c>a c>end!                               | a    | a | a
            start>a a>f f>b f>d b>j d>j j>e e>end                | b,d,e | a | b,d
            start>a a>f f>b f>d b>j d>j j>e e>end                | b,d,e | b | e
            start>a a>f f>b f>j b>j j>e e>end                    | e    | a |
            start>a a>f f>t f>t2 t>j t2>j j>e e>end              | e    | a | e
            start>a a>f f>b f>f2 f2>d f2>e d>j2 e>j2 j2>j b>j j>g g>end | g | d | g
            start>a a>f f>b f>f2 f2>d f2>e d>j2 e>j2 j2>h h>j b>j j>g g>end | g | d |
            start>a a>b b>end                                    | a,b  | start | a
            start>t t>a a>b b>end                                | t,a  | start | t,a
            """)
    void theHandlerChoosesForWhatMayComeNextWithNobodyBetween(
            String ways, String chosen, String from, @Nullable String expected) {
        Choosing choosing =
                Definitions.compile(document(ways, chosen), TestForm.customer()).choosing();

        assertThat(choosing.after(from))
                .extracting(CompiledNode::key)
                .containsExactlyInAnyOrder(expected == null ? new String[0] : expected.split(","));
    }

    @Test
    void whatLeadsToAStepIsAllThatIsAskedForItsChoice() {
        Choosing choosing = Definitions.compile(
                        document("start>c c>a c>b! a>b b>d d>c2 c2>b c2>end!", "b"), TestForm.customer())
                .choosing();

        assertThat(choosing.before("b")).isEqualTo(Set.of("start", "a", "d"));
        assertThat(choosing.chosen("b")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            start>a a>b? a>end b>end | b | /nodes/2/assignees
            start>a a>end            | a |
            start>t t>a a>end        | t |
            start>a a>b b>end        | b |
            """)
    void aStepBeforeWhichNobodyChoosesIsAWarning(String ways, String chosen, @Nullable String pointer) {
        assertThat(Definitions.findings(document(ways, chosen), TestForm.customer(), TestOrg.demo()))
                .filteredOn(finding -> finding.code().equals("workflow.nobody-chooses"))
                .allMatch(finding -> finding.severity() == Finding.Severity.WARNING)
                .extracting(Finding::pointer)
                .isEqualTo(pointer == null ? List.of() : List.of(pointer));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            start>a a>end     | a |      | /nodes/1/assignees
            start>t t>end     | t |      |
            start>a a>end     | a | skip |
            start>a a>b b>end | b |      |
            """)
    void whereWhoeverSubmitsHasToChooseItIsSaidThatNotEverybodyIsAsked(
            String ways, String chosen, @Nullable String otherwise, @Nullable String pointer) {
        ObjectNode document = document(ways, chosen);
        if (otherwise != null) {
            document.path("nodes").forEach(node -> {
                if (node.path("assignees").has("previous")) {
                    ((ObjectNode) node.path("assignees")).put("otherwise", otherwise);
                }
            });
        }

        assertThat(Definitions.findings(document, TestForm.customer(), TestOrg.demo()))
                .filteredOn(finding -> finding.code().equals("workflow.submitter-chooses"))
                .allMatch(finding -> finding.severity() == Finding.Severity.INFO)
                .extracting(Finding::pointer)
                .isEqualTo(pointer == null ? List.of() : List.of(pointer));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"due": {"after": "P1D", "then": {"reassign": {"previous": true}}}}            | /nodes/1/due/then/reassign
            {"due": {"after": "P1D", "then": {"reassign": {"roles": ["finance"]}}}}        |
            """)
    void whereNobodyCanHaveChosenTheRuleIsAWarning(String node, @Nullable String pointer) {
        ObjectNode document = WrittenWays.document("start>a a>b b>end");
        ((ObjectNode) document.at("/nodes/1")).setAll((ObjectNode) Json.parse(node));

        assertThat(Definitions.findings(document, TestForm.customer(), TestOrg.demo()))
                .filteredOn(finding -> finding.code().equals("workflow.nobody-chooses-here"))
                .allMatch(finding -> finding.severity() == Finding.Severity.WARNING)
                .extracting(Finding::pointer)
                .isEqualTo(pointer == null ? List.of() : List.of(pointer));
    }

    private static ObjectNode document(String ways, String chosen) {
        ObjectNode document = WrittenWays.document(ways);
        Set<String> keys = Set.of(chosen.split(","));
        document.path("nodes").forEach(node -> {
            if (keys.contains(node.path("key").asText())) {
                ((ObjectNode) node).putObject("assignees").put("previous", true);
            }
        });
        return document;
    }
}
