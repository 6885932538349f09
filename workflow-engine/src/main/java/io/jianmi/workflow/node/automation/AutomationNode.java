package io.jianmi.workflow.node.automation;

import io.jianmi.form.definition.LocalText;
import io.jianmi.workflow.definition.NodeDefinition;
import io.jianmi.workflow.node.Duty;

/** @param work what the system does, in order */
public record AutomationNode(String key, LocalText title, Duty.Automate work) implements NodeDefinition {

    @Override
    public String type() {
        return AutomationNodeType.KEY;
    }
}
