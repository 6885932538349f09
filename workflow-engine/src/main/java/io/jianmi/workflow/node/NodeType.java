package io.jianmi.workflow.node;

import io.jianmi.workflow.definition.NodeDefinition;

/**
 * A kind of node. Pure; one instance serves all workflows.
 *
 * @param <D> its definition
 */
public interface NodeType<D extends NodeDefinition> {

    /** The word in {@code "type"}; for ever. */
    String key();

    /** Reads a node whose shape the JSON Schema has already accepted. */
    D read(NodeJson json);

    /** What it is drawn and deployed as. */
    BpmnShape shape();

    /** What happens when an instance reaches it. */
    Duty duty(D definition);
}
