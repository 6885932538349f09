package io.jianmi.workflow.node.cc;

import io.jianmi.workflow.node.BpmnShape;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.node.FieldView;
import io.jianmi.workflow.node.NodeJson;
import io.jianmi.workflow.node.NodeType;

/** {@code cc}; shows everything masked unless it declares its own fields. */
public final class CopyNodeType implements NodeType<CopyNode> {

    static final String KEY = "cc";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public CopyNode read(NodeJson json) {
        return new CopyNode(
                json.key(),
                json.title(),
                new Duty.Copy(json.assignment(), json.view().orElseGet(FieldView::masked)));
    }

    @Override
    public BpmnShape shape() {
        return BpmnShape.TASK;
    }

    @Override
    public Duty duty(CopyNode node) {
        return node.copy();
    }
}
