package io.jianmi.workflow.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.testing.GoldenFile;
import io.jianmi.workflow.compile.BpmnWriter;
import io.jianmi.workflow.definition.NodeDefinition;
import io.jianmi.workflow.node.NodeType;
import io.jianmi.workflow.node.NodeTypes;
import io.jianmi.workflow.node.builtin.BuiltinNodeTypes;
import io.jianmi.workflow.parse.WorkflowParser;
import org.junit.jupiter.api.Test;

/**
 * What holds for every node type. A type is tested by a subclass beside it, named like it, with the data of its {@link
 * NodeCase}.
 */
public abstract class NodeTypeContract {

    private static final NodeTypes TYPES = BuiltinNodeTypes.all();

    private final WorkflowParser parser = new WorkflowParser(TYPES);
    private final NodeType<?> type;
    private final NodeCase expected;

    protected NodeTypeContract(NodeType<?> type) {
        this.type = type;
        this.expected = NodeCase.of(type.key());
    }

    @Test
    void aNodeThatSaysNoMoreThanItMustIsValid() {
        assertThat(Definitions.findings(expected.plain(), TestForm.customer(), TestOrg.demo()))
                .filteredOn(Finding::blocks)
                .isEmpty();
    }

    @Test
    void aNodeKeepsItsKeyTypeAndTitle() {
        NodeDefinition node = node(expected.plain());

        assertThat(node.key()).isEqualTo("probe");
        assertThat(node.type()).isEqualTo(type.key());
        assertThat(node.title().in("zh-CN", "")).isEqualTo("节点");
        assertThat(node.title().in("en", "")).isEqualTo("Node");
    }

    @Test
    void whatGoesThroughTextComesBackAsItWas() {
        JsonNode text = Json.parse(Json.write(expected.spelled()));

        assertThat(node(text)).isEqualTo(node(expected.spelled()));
    }

    @Test
    void sayingNothingMeansWhatItsDefaultsSay() {
        assertThat(node(expected.plain())).isEqualTo(node(expected.spelled()));
    }

    @Test
    void itDoesWhatItSays() {
        assertThat(TYPES.duty(node(expected.plain())).getClass().getSimpleName())
                .isEqualTo(expected.duty());
        assertThat(TYPES.shape(node(expected.plain()))).isEqualTo(type.shape());
    }

    @Test
    void whatIsWrongIsFoundAtItsPlace() {
        assertThat(expected.refused()).isNotEmpty();
        for (NodeCase.Refused refused : expected.refused()) {
            WorkflowParser.Parsed parsed = parser.parse(expected.document(refused.members()));
            assertThat(parsed.definition()).as("%s", refused).isEmpty();
            assertThat(parsed.findings())
                    .as("%s", refused)
                    .extracting(finding -> finding.code() + " " + finding.pointer())
                    .containsExactly(refused.code() + " " + refused.pointer());
        }
    }

    @Test
    void aPropertyThatItDoesNotHaveIsRefusedAtItsPlace() {
        ObjectNode document = expected.plain();
        ((ObjectNode) document.path("nodes").get(0)).put("nope", 1);

        assertThat(parser.parse(document).findings())
                .extracting(Finding::pointer)
                .contains("/nodes/0/nope");
    }

    @Test
    void itIsWrittenForTheEngineAndDrawnForOthersAsItsGoldenFiles() {
        var workflow = Definitions.compile(expected.plain(), TestForm.customer());

        GoldenFile.check(
                NodeCase.folder(type.key()).resolve("workflow.bpmn"), BpmnWriter.write(workflow, "crm.probe.1"));
        GoldenFile.check(
                NodeCase.folder(type.key()).resolve("drawn.bpmn"), BpmnWriter.drawn(workflow, "crm.probe.1", "en"));
    }

    private NodeDefinition node(JsonNode document) {
        WorkflowParser.Parsed parsed = parser.parse(document);
        return parsed.definition()
                .orElseThrow(() -> new AssertionError(parsed.findings()))
                .nodes()
                .get(0);
    }
}
