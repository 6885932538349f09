package io.jianmi.workflow.node.subworkflow;

import io.jianmi.workflow.node.BpmnShape;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.node.NodeJson;
import io.jianmi.workflow.node.NodeType;

/**
 * {@code subworkflow}; the instance waits in it until the others have started or, if it is to, until they have ended. What
 * starts are instances of their own, on records of their own: the engine is told of none by the other.
 */
public final class SubworkflowNodeType implements NodeType<SubworkflowNode> {

    static final String KEY = "subworkflow";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public SubworkflowNode read(NodeJson json) {
        return new SubworkflowNode(
                json.key(), json.title(), new Duty.Launch(json.children(), json.workflow(), json.waits()));
    }

    @Override
    public BpmnShape shape() {
        return BpmnShape.RECEIVE_TASK;
    }

    @Override
    public Duty duty(SubworkflowNode node) {
        return node.work();
    }
}
