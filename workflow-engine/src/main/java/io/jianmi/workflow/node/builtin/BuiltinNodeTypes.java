package io.jianmi.workflow.node.builtin;

import io.jianmi.workflow.node.NodeTypes;
import io.jianmi.workflow.node.approval.ApprovalNodeType;
import io.jianmi.workflow.node.automation.AutomationNodeType;
import io.jianmi.workflow.node.cc.CopyNodeType;
import io.jianmi.workflow.node.condition.ConditionNodeType;
import io.jianmi.workflow.node.end.EndNodeType;
import io.jianmi.workflow.node.handling.HandlingNodeType;
import io.jianmi.workflow.node.join.JoinNodeType;
import io.jianmi.workflow.node.parallel.ParallelNodeType;
import io.jianmi.workflow.node.start.StartNodeType;
import io.jianmi.workflow.node.subworkflow.SubworkflowNodeType;
import java.util.List;

/** Every node type of the product. */
public final class BuiltinNodeTypes {

    private BuiltinNodeTypes() {}

    public static NodeTypes all() {
        return new NodeTypes(List.of(
                new StartNodeType(),
                new ApprovalNodeType(),
                new HandlingNodeType(),
                new ConditionNodeType(),
                new ParallelNodeType(),
                new JoinNodeType(),
                new CopyNodeType(),
                new AutomationNodeType(),
                new SubworkflowNodeType(),
                new EndNodeType()));
    }
}
