package io.jianmi.workflow.node.approval;

import io.jianmi.workflow.node.BpmnShape;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.testing.NodeTypeContract;
import java.util.List;

class ApprovalNodeTypeContractTest extends NodeTypeContract {

    ApprovalNodeTypeContractTest() {
        super("approval", "\"assignees\": {\"roles\": [\"risk\"]}");
    }

    @Override
    protected BpmnShape shape() {
        return BpmnShape.RECEIVE_TASK;
    }

    @Override
    protected Class<? extends Duty> duty() {
        return Duty.Work.class;
    }

    @Override
    protected List<String> refused() {
        return List.of(
                "",
                "\"assignees\": {}",
                "\"assignees\": {\"roles\": []}",
                "\"assignees\": {\"roles\": [\"risk\"]}, \"sign\": {\"mode\": \"ratio\"}");
    }
}
