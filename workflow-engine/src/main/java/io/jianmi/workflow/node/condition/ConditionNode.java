package io.jianmi.workflow.node.condition;

import io.jianmi.workflow.definition.NodeDefinition;
import io.jianmi.workflow.definition.Title;

/** A fork of which exactly one way is taken. */
public record ConditionNode(String key, Title title) implements NodeDefinition {

    @Override
    public String type() {
        return ConditionNodeType.KEY;
    }
}
