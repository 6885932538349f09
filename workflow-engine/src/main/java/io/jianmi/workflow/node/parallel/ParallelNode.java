package io.jianmi.workflow.node.parallel;

import io.jianmi.form.definition.LocalText;
import io.jianmi.workflow.definition.NodeDefinition;

/** A fork of which every way is taken. */
public record ParallelNode(String key, LocalText title) implements NodeDefinition {

    @Override
    public String type() {
        return ParallelNodeType.KEY;
    }
}
