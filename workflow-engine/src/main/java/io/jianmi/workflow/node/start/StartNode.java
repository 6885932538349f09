package io.jianmi.workflow.node.start;

import io.jianmi.form.definition.LocalText;
import io.jianmi.workflow.definition.NodeDefinition;
import io.jianmi.workflow.node.FieldView;
import java.util.Optional;

/** @param view what the initiator sees when the record comes back to him; empty: what his own rights show */
public record StartNode(String key, LocalText title, Optional<FieldView> view) implements NodeDefinition {

    @Override
    public String type() {
        return StartNodeType.KEY;
    }
}
