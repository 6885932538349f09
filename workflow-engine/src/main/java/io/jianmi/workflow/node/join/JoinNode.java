package io.jianmi.workflow.node.join;

import io.jianmi.form.definition.LocalText;
import io.jianmi.workflow.definition.NodeDefinition;

/** Where all ways of a fork meet. */
public record JoinNode(String key, LocalText title) implements NodeDefinition {

    @Override
    public String type() {
        return JoinNodeType.KEY;
    }
}
