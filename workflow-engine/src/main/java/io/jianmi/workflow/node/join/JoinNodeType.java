package io.jianmi.workflow.node.join;

import io.jianmi.workflow.node.BpmnShape;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.node.NodeJson;
import io.jianmi.workflow.node.NodeType;

/** {@code join}: ends the block of exactly one {@code parallel}. */
public final class JoinNodeType implements NodeType<JoinNode> {

    static final String KEY = "join";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public JoinNode read(NodeJson json) {
        return new JoinNode(json.key(), json.title());
    }

    @Override
    public BpmnShape shape() {
        return BpmnShape.PARALLEL_GATEWAY;
    }

    @Override
    public Duty duty(JoinNode node) {
        return new Duty.Join();
    }
}
