package io.jianmi.workflow.node.automation;

import io.jianmi.workflow.node.BpmnShape;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.node.NodeJson;
import io.jianmi.workflow.node.NodeType;

/** {@code automation}; the instance waits in it until the last step is done, be it for a moment or for days. */
public final class AutomationNodeType implements NodeType<AutomationNode> {

    static final String KEY = "automation";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public AutomationNode read(NodeJson json) {
        return new AutomationNode(json.key(), json.title(), new Duty.Automate(json.steps()));
    }

    @Override
    public BpmnShape shape() {
        return BpmnShape.RECEIVE_TASK;
    }

    @Override
    public Duty duty(AutomationNode node) {
        return node.work();
    }
}
