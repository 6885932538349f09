package io.jianmi.workflow.compile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.problem.Finding;
import io.jianmi.workflow.testing.Definitions;
import io.jianmi.workflow.testing.TestForm;
import io.jianmi.workflow.testing.TestOrg;
import io.jianmi.workflow.testing.WrittenWays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Graphs are {@link WrittenWays}. */
class BlockChecksTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            start>f f>a f>b a>j b>j j>end
            start>f f>a f>b f>j a>j b>j j>end
            start>f f>a f>f2 f2>b f2>d b>j2 d>j2 j2>e e>j a>j j>end
            start>f f>f2 f>a f2>b f2>d b>j2 d>j2 j2>j a>j j>end
            start>f f>c c>a c>b! a>j b>j f>d d>j j>end
            start>f f>a f>b a>j a>a2? a2>j b>j j>end
            start>f f>a f>b a>d a2>a d>j d>a2? b>j j>end
            start>m m>f f>a f>b a>j b>j j>e e>end e>m?
            start>f f>a f>b a>j b>j j>e e>end e>f?
            start>f f>a f>b a>j b>j j>f2 f2>d f2>e d>j2 e>j2 j2>end
            start>f f>a f>t a>j t>j j>c c>f c>end!
            start>f f>f2 f>b f2>a f2>t a>j2 t>j2 j2>j b>j j>c c>f c>end!
            """)
    void aBlockThatClosesIsAccepted(String ways) {
        assertThat(blocking(ways)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            start>f f>a f>b a>end b>end                                  | workflow.parallel-without-join f
            start>f f>a f>b a>j b>j2 j>end j2>end                        | workflow.parallel-several-joins f
            start>a a>j j>end                                            | workflow.join-without-parallel j
            start>f f>a f>b a>f2 f2>d f2>e d>j e>j b>j j>end              | workflow.join-of-several-parallels j
            start>c c>f c>f2! f>a f>b f2>d f2>e a>j b>j d>j e>j j>end     | workflow.join-of-several-parallels j
            start>f f>a f>b a>j b>j b>end? j>end                          | workflow.end-in-branch b>end
            start>f f>a f>b a>j b>end2 j>end                              | workflow.end-in-branch b>end2
            start>f f>a f>b a>j b>j a>m? j>m m>end                        | workflow.way-out-of-branch a>m
            start>m m>f f>a f>b a>j b>j a>m? j>end                        | workflow.way-out-of-branch a>m
            start>f f>a f>b a>j b>j a>f? j>end                            | workflow.way-out-of-branch a>f
            start>c c>f c>a! f>a f>b a>j b>j j>end                        | workflow.way-into-branch c>a
            start>c c>f c>j! f>a f>b a>j b>j j>end                        | workflow.way-into-branch c>j
            start>f f>a f>b a>j b>j j>e e>end e>a?                        | workflow.way-into-branch e>a
            start>f f>a f>b a>m b>m m>j j>end                             | workflow.way-between-branches a>m, workflow.way-between-branches b>m
            start>f f>a f>b a>j a>b? b>j j>end                            | workflow.way-between-branches a>b, workflow.way-between-branches f>b
            start>f f>a f>f2 f2>b f2>d b>j2 d>j2 b>a? j2>j a>j j>end      | workflow.parallel-several-joins f2, workflow.join-of-several-parallels j
            start>f f>a f>f2 f2>b f2>d b>j2 d>j2 b>end? j2>j a>j j>end    | workflow.end-in-branch b>end
            start>f f>a f>b a>j b>t t>t2 t2>t b>j? j>end                  | workflow.dead-end t, workflow.dead-end t2, workflow.loop-without-human t, workflow.loop-without-human t2
            start>f f>a f>c c>t c>j! t>c a>j j>end                        | workflow.loop-without-human c, workflow.loop-without-human t
            start>f f>t f>t2 t>j t2>j j>c c>f c>end!                      | workflow.loop-without-human f, workflow.loop-without-human t, workflow.loop-without-human t2, workflow.loop-without-human j, workflow.loop-without-human c
            """)
    void eachWayOfNotClosingIsFoundAtItsPlace(String ways, String expected) {
        assertThat(blocking(ways)).containsExactlyInAnyOrder(expected.split(", "));
    }

    @Test
    void aForkWithOneWayIsAWarning() {
        assertThat(findings("start>f f>a a>j j>end"))
                .filteredOn(finding -> finding.severity() == Finding.Severity.WARNING)
                .extracting(Finding::code)
                .containsExactly("workflow.parallel-one-way");
    }

    @Test
    void anEdgeOfAForkHasNoCondition() {
        ObjectNode document = WrittenWays.document("start>f f>a f>b a>j b>j j>end");
        ((ObjectNode) document.path("edges").get(1)).put("when", "creditLimit > 5");
        assertThat(Definitions.findings(document, TestForm.customer(), TestOrg.demo()))
                .extracting(finding -> finding.code() + " " + finding.pointer())
                .contains("workflow.misplaced-condition /edges/1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            start>m m>f f>a a>a2 a2>j f>b b>j j>e e>end | a2 | a  |
            start>m m>f f>a a>a2 a2>j f>b b>j j>e e>end | a2 | m  |
            start>m m>f f>a a>a2 a2>j f>b b>j j>e e>end | a2 | b  | workflow.return-into-branch
            start>m m>f f>a a>a2 a2>j f>b b>j j>e e>end | e  | a  | workflow.return-into-branch
            start>m m>f f>a a>a2 a2>j f>b b>j j>e e>end | e  | f  |
            """)
    void aReturnLeadsIntoNoBranchThatIsNotItsOwn(String ways, String from, String to, String code) {
        ObjectNode document = WrittenWays.document(ways);
        document.path("nodes").forEach(node -> {
            if (node.path("key").asText().equals(from)) {
                ((ObjectNode) node).putObject("return").put("to", to);
            }
        });
        List<String> codes = Definitions.findings(document, TestForm.customer(), TestOrg.demo()).stream()
                .filter(Finding::blocks)
                .map(Finding::code)
                .toList();
        assertThat(codes).isEqualTo(code == null ? List.of() : List.of(code));
    }

    private static List<String> blocking(String ways) {
        ObjectNode document = WrittenWays.document(ways);
        return findings(ways).stream()
                .filter(Finding::blocks)
                .map(finding -> finding.code() + " " + place(document, finding.pointer()))
                .toList();
    }

    private static String place(ObjectNode document, String pointer) {
        return pointer.startsWith("/nodes")
                ? document.at(pointer + "/key").asText()
                : document.at(pointer + "/from").asText() + ">"
                        + document.at(pointer + "/to").asText();
    }

    private static List<Finding> findings(String ways) {
        return Definitions.findings(WrittenWays.document(ways), TestForm.customer(), TestOrg.demo());
    }
}
