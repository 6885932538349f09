package io.jianmi.workflow.node.handling;

import io.jianmi.workflow.node.BpmnShape;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.node.NodeJson;
import io.jianmi.workflow.node.NodeType;
import io.jianmi.workflow.node.TaskAction;
import java.util.Set;

/** {@code handling}; one may submit and save. Shows everything masked unless it declares its own fields, as an approval does. */
public final class HandlingNodeType implements NodeType<HandlingNode> {

    static final String KEY = "handling";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public HandlingNode read(NodeJson json) {
        return new HandlingNode(
                json.key(), json.title(), json.work(Duty.Purpose.FILL_IN, Set.of(TaskAction.APPROVE, TaskAction.SAVE)));
    }

    @Override
    public BpmnShape shape() {
        return BpmnShape.RECEIVE_TASK;
    }

    @Override
    public Duty duty(HandlingNode node) {
        return node.work();
    }
}
