package io.jianmi.workflow.node.approval;

import io.jianmi.form.definition.LocalText;
import io.jianmi.workflow.definition.NodeDefinition;
import io.jianmi.workflow.node.Duty;

/** @param work who decides how, what they see and what they may do */
public record ApprovalNode(String key, LocalText title, Duty.Work work) implements NodeDefinition {

    @Override
    public String type() {
        return ApprovalNodeType.KEY;
    }
}
