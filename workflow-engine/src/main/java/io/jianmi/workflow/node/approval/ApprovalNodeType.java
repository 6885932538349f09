package io.jianmi.workflow.node.approval;

import io.jianmi.workflow.node.BpmnShape;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.node.NodeJson;
import io.jianmi.workflow.node.NodeType;
import io.jianmi.workflow.node.TaskAction;
import java.util.Set;

/** {@code approval}; a node that declares no fields shows everything masked. */
public final class ApprovalNodeType implements NodeType<ApprovalNode> {

    static final String KEY = "approval";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public ApprovalNode read(NodeJson json) {
        return new ApprovalNode(
                json.key(),
                json.title(),
                json.work(Duty.Purpose.DECIDE, Set.of(TaskAction.APPROVE, TaskAction.REJECT)));
    }

    @Override
    public BpmnShape shape() {
        return BpmnShape.RECEIVE_TASK;
    }

    @Override
    public Duty duty(ApprovalNode node) {
        return node.work();
    }
}
