package io.jianmi.workflow.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.workflow.definition.NodeDefinition;
import io.jianmi.workflow.node.BpmnShape;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.node.NodeTypes;
import io.jianmi.workflow.node.builtin.BuiltinNodeTypes;
import io.jianmi.workflow.parse.WorkflowParser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for every node type. A type is tested by a subclass beside it, named like it. */
public abstract class NodeTypeContract {

    private static final NodeTypes TYPES = BuiltinNodeTypes.all();

    private final WorkflowParser parser = new WorkflowParser(TYPES);
    private final String key;
    private final String parts;

    /** @param parts JSON members of a valid node besides key, type and title; empty for none */
    protected NodeTypeContract(String key, String parts) {
        this.key = key;
        this.parts = parts;
    }

    protected abstract BpmnShape shape();

    protected abstract Class<? extends Duty> duty();

    /** JSON members, each of which makes the node invalid. */
    protected abstract List<String> refused();

    @Test
    void theTypeIsInTheListAndTheSchemaKnowsIt() {
        assertThat(TYPES.keys()).contains(key);
        assertThat(parse(parts).findings()).isEmpty();
    }

    @Test
    void aNodeKeepsItsKeyTypeAndTitle() {
        NodeDefinition node = node();

        assertThat(node.key()).isEqualTo("probe");
        assertThat(node.type()).isEqualTo(key);
        assertThat(node.title().in("zh-CN", "")).isEqualTo("节点");
    }

    @Test
    void itIsDrawnAndDoneAsItSays() {
        assertThat(TYPES.shape(node())).isEqualTo(shape());
        assertThat(TYPES.duty(node())).isInstanceOf(duty());
    }

    @Test
    void readingTwiceGivesTheSame() {
        assertThat(node()).isEqualTo(node());
    }

    @Test
    void aPropertyThatItDoesNotHaveIsRefusedAtItsPlace() {
        assertThat(parse(parts.isEmpty() ? "\"nope\": 1" : parts + ", \"nope\": 1")
                        .findings())
                .extracting(Finding::pointer)
                .contains("/nodes/0/nope");
    }

    @Test
    void partsThatAreNoneAreRefused() {
        for (String wrong : refused()) {
            WorkflowParser.Parsed parsed = parse(wrong);
            assertThat(parsed.definition()).as(wrong).isEmpty();
            assertThat(parsed.findings())
                    .as(wrong)
                    .allMatch(finding -> finding.pointer().startsWith("/nodes/0"));
        }
    }

    private NodeDefinition node() {
        return parse(parts).definition().orElseThrow().nodes().get(0);
    }

    private WorkflowParser.Parsed parse(String members) {
        JsonNode document = Json.parse("""
                {"kind": "workflow", "key": "probe", "form": "customer",
                 "nodes": [{"key": "probe", "type": "%s", "title": "节点"%s}, {"key": "last", "type": "end"}],
                 "edges": [{"from": "probe", "to": "last"}]}""".formatted(key, members.isEmpty() ? "" : ", " + members));
        return parser.parse(document);
    }
}
