package io.jianmi.workflow.node.cc;

import io.jianmi.workflow.node.BpmnShape;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.testing.NodeTypeContract;
import java.util.List;

class CopyNodeTypeContractTest extends NodeTypeContract {

    CopyNodeTypeContractTest() {
        super("cc", "\"assignees\": {\"roles\": [\"risk\"]}");
    }

    @Override
    protected BpmnShape shape() {
        return BpmnShape.TASK;
    }

    @Override
    protected Class<? extends Duty> duty() {
        return Duty.Copy.class;
    }

    @Override
    protected List<String> refused() {
        return List.of("", "\"assignees\": {\"roles\": [\"risk\"]}, \"actions\": [\"approve\"]");
    }
}
