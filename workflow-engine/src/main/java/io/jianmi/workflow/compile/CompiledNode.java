package io.jianmi.workflow.compile;

import io.jianmi.workflow.definition.NodeDefinition;
import io.jianmi.workflow.node.BpmnShape;
import io.jianmi.workflow.node.Duty;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A checked node.
 *
 * @param out edges in definition order
 * @param formulas the node's other expressions by their text: assignees, values that an end sets
 */
public record CompiledNode(
        NodeDefinition definition, BpmnShape shape, Duty duty, List<CompiledEdge> out, Map<String, Formula> formulas) {

    public CompiledNode {
        out = List.copyOf(out);
        formulas = Map.copyOf(formulas);
    }

    /** Node key, also the BPMN activity id. */
    public String key() {
        return definition.key();
    }

    /** The edge that is taken when the node is passed or approved; empty at an end. */
    public Optional<CompiledEdge> pass() {
        return out.stream().filter(edge -> !edge.onReject()).findFirst();
    }

    /** The edge that a rejection takes; empty: a rejection ends the instance. */
    public Optional<CompiledEdge> reject() {
        return out.stream().filter(CompiledEdge::onReject).findFirst();
    }

    /** The first edge whose condition is true, else the one marked otherwise. */
    public Optional<CompiledEdge> route(Map<String, Object> facts) {
        return out.stream()
                .filter(edge -> edge.when().filter(when -> when.holds(facts)).isPresent())
                .findFirst()
                .or(() -> out.stream().filter(CompiledEdge::otherwise).findFirst());
    }
}
