package io.jianmi.workflow.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.calendar.Span;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.workflow.definition.Edge;
import io.jianmi.workflow.definition.WorkflowDefinition;
import io.jianmi.workflow.node.TaskAction;
import io.jianmi.workflow.node.approval.ApprovalNode;
import io.jianmi.workflow.node.builtin.BuiltinNodeTypes;
import io.jianmi.workflow.testing.Definitions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkflowParserTest {

    private final WorkflowParser parser = new WorkflowParser(BuiltinNodeTypes.all());

    @Test
    void readsTheExampleAsWritten() {
        WorkflowDefinition credit = parser.parse(Definitions.example("credit-approval"))
                .definition()
                .orElseThrow();
        assertThat(credit.startWhen()).contains("creditLimit > 0");
        assertThat(credit.title().in("en", "")).isEqualTo("Credit approval");
        assertThat(credit.edges())
                .contains(new Edge("size", "risk", Optional.of("creditLimit >= 100000"), false, Optional.empty()));
        assertThat(credit.nodes().get(1)).isInstanceOfSatisfying(ApprovalNode.class, manager -> {
            assertThat(manager.work().view().of("creditLimit")).isEqualTo(FieldAccess.EDIT);
            assertThat(manager.work().view().of("name")).isEqualTo(FieldAccess.READ);
            assertThat(manager.work().actions()).contains(TaskAction.ADD_SIGNER);
            assertThat(manager.work().due().orElseThrow().after()).isEqualTo(new Span(0, Duration.ofHours(24)));
        });
    }

    @Test
    void reportsEveryMistakeWithItsPlaceAtOnce() {
        ObjectNode document = Definitions.example("credit-approval").deepCopy();
        document.put("key", "Credit Approval");
        ((ObjectNode) document.at("/nodes/1")).put("comment", "sometimes");
        ((ObjectNode) document.at("/nodes/3/sign")).put("mode", "ratio");
        ((ObjectNode) document.at("/nodes/6")).put("script", "evil()");
        ((ObjectNode) document.at("/nodes/2")).remove("key");

        WorkflowParser.Parsed parsed = parser.parse(document);

        assertThat(parsed.definition()).isEmpty();
        assertThat(parsed.findings())
                .extracting(Finding::code, Finding::pointer)
                .contains(
                        tuple("definition.pattern", "/key"),
                        tuple("definition.value", "/nodes/1/comment"),
                        tuple("definition.missing-property", "/nodes/3/sign"),
                        tuple("definition.unknown-property", "/nodes/6/script"),
                        tuple("definition.missing-property", "/nodes/2"));
    }

    @Test
    void refusesAnUnknownNodeTypeAndUnknownAssigneeRule() {
        ObjectNode document = Definitions.example("bench-approval").deepCopy();
        ((ObjectNode) document.at("/nodes/1")).put("type", "script");
        ((ObjectNode) document.at("/nodes/2")).putObject("assignees").put("class", "java.lang.Runtime");
        assertThat(parser.parse(document).findings())
                .extracting(Finding::pointer)
                .anyMatch("/nodes/1/type"::equals)
                .anyMatch(pointer -> pointer.startsWith("/nodes/2/assignees"));
    }

    @Test
    void aTitleMayBeOneTextForAllLanguages() {
        WorkflowDefinition bench =
                parser.parse(Definitions.example("bench-approval")).definition().orElseThrow();
        assertThat(bench.nodes().get(1).title().in("en", "")).isEqualTo("主管");
    }

    @Test
    void keepsTheOrderOfNodesSinceEdgesAreAskedInOrder() {
        ArrayNode nodes = (ArrayNode) Definitions.example("credit-approval").path("nodes");
        List<String> written = new ArrayList<>();
        nodes.forEach(node -> written.add(node.path("key").asText()));
        assertThat(parser.parse(Definitions.example("credit-approval"))
                        .definition()
                        .orElseThrow()
                        .nodes())
                .extracting(node -> node.key())
                .containsExactlyElementsOf(written);
    }
}
