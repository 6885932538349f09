package io.jianmi.workflow.node.end;

import io.jianmi.workflow.node.BpmnShape;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.node.NodeJson;
import io.jianmi.workflow.node.NodeType;

/** {@code end}: at least one per workflow. */
public final class EndNodeType implements NodeType<EndNode> {

    static final String KEY = "end";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public EndNode read(NodeJson json) {
        return new EndNode(json.key(), json.title(), json.set());
    }

    @Override
    public BpmnShape shape() {
        return BpmnShape.END_EVENT;
    }

    @Override
    public Duty duty(EndNode node) {
        return new Duty.Finish(node.set());
    }
}
