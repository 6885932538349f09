package io.jianmi.workflow.node.handling;

import io.jianmi.form.definition.LocalText;
import io.jianmi.workflow.definition.NodeDefinition;
import io.jianmi.workflow.node.Duty;

/** @param work who fills in what, and what they see */
public record HandlingNode(String key, LocalText title, Duty.Work work) implements NodeDefinition {

    @Override
    public String type() {
        return HandlingNodeType.KEY;
    }
}
