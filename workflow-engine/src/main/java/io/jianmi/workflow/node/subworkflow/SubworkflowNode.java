package io.jianmi.workflow.node.subworkflow;

import io.jianmi.form.definition.LocalText;
import io.jianmi.workflow.definition.NodeDefinition;
import io.jianmi.workflow.node.Duty;

/** @param work what starts, and whether it is waited for */
public record SubworkflowNode(String key, LocalText title, Duty.Launch work) implements NodeDefinition {

    @Override
    public String type() {
        return SubworkflowNodeType.KEY;
    }
}
