package io.jianmi.workflow.node.condition;

import io.jianmi.form.definition.LocalText;
import io.jianmi.workflow.definition.NodeDefinition;

/** A fork of which exactly one way is taken. */
public record ConditionNode(String key, LocalText title) implements NodeDefinition {

    @Override
    public String type() {
        return ConditionNodeType.KEY;
    }
}
