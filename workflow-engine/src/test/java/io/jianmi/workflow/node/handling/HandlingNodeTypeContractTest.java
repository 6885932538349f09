package io.jianmi.workflow.node.handling;

import io.jianmi.workflow.node.BpmnShape;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.testing.NodeTypeContract;
import java.util.List;

class HandlingNodeTypeContractTest extends NodeTypeContract {

    HandlingNodeTypeContractTest() {
        super("handling", "\"assignees\": {\"roles\": [\"risk\"]}, \"fields\": {\"level\": \"edit\"}");
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
                "\"assignees\": {\"roles\": [\"risk\"]}, \"actions\": [\"approve\", \"reject\"]",
                "\"assignees\": {\"roles\": [\"risk\"]}, \"actions\": [\"approve\", \"return\"]",
                "\"assignees\": {\"roles\": [\"risk\"]}, \"return\": {\"to\": \"start\"}",
                "\"assignees\": {\"roles\": [\"risk\"]}, \"comment\": \"onReject\"");
    }
}
