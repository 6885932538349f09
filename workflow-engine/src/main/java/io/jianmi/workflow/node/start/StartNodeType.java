package io.jianmi.workflow.node.start;

import io.jianmi.workflow.node.BpmnShape;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.node.NodeJson;
import io.jianmi.workflow.node.NodeType;

/** {@code start}: exactly one per workflow. */
public final class StartNodeType implements NodeType<StartNode> {

    static final String KEY = "start";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public StartNode read(NodeJson json) {
        return new StartNode(json.key(), json.title(), json.view());
    }

    @Override
    public BpmnShape shape() {
        return BpmnShape.START_EVENT;
    }

    @Override
    public Duty duty(StartNode node) {
        return new Duty.Begin(node.view());
    }
}
