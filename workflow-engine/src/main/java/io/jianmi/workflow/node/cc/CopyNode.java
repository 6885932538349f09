package io.jianmi.workflow.node.cc;

import io.jianmi.form.definition.LocalText;
import io.jianmi.workflow.definition.NodeDefinition;
import io.jianmi.workflow.node.Duty;

/** @param copy who is told and what they see */
public record CopyNode(String key, LocalText title, Duty.Copy copy) implements NodeDefinition {

    @Override
    public String type() {
        return CopyNodeType.KEY;
    }
}
