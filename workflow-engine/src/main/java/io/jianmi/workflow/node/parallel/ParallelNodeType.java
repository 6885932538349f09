package io.jianmi.workflow.node.parallel;

import io.jianmi.workflow.node.BpmnShape;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.node.NodeJson;
import io.jianmi.workflow.node.NodeType;

/** {@code parallel}: its ways meet again in exactly one {@code join}. */
public final class ParallelNodeType implements NodeType<ParallelNode> {

    static final String KEY = "parallel";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public ParallelNode read(NodeJson json) {
        return new ParallelNode(json.key(), json.title());
    }

    @Override
    public BpmnShape shape() {
        return BpmnShape.PARALLEL_GATEWAY;
    }

    @Override
    public Duty duty(ParallelNode node) {
        return new Duty.Fork();
    }
}
