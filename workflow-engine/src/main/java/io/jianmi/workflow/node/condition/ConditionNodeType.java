package io.jianmi.workflow.node.condition;

import io.jianmi.workflow.node.BpmnShape;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.node.NodeJson;
import io.jianmi.workflow.node.NodeType;

/** {@code condition}: edges are asked in definition order, the first whose condition is true is taken. */
public final class ConditionNodeType implements NodeType<ConditionNode> {

    static final String KEY = "condition";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public ConditionNode read(NodeJson json) {
        return new ConditionNode(json.key(), json.title());
    }

    @Override
    public BpmnShape shape() {
        return BpmnShape.EXCLUSIVE_GATEWAY;
    }

    @Override
    public Duty duty(ConditionNode node) {
        return new Duty.Route();
    }
}
