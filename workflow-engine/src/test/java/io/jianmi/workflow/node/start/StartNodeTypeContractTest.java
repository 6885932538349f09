package io.jianmi.workflow.node.start;

import io.jianmi.workflow.node.BpmnShape;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.testing.NodeTypeContract;
import java.util.List;

class StartNodeTypeContractTest extends NodeTypeContract {

    StartNodeTypeContractTest() {
        super("start", "");
    }

    @Override
    protected BpmnShape shape() {
        return BpmnShape.START_EVENT;
    }

    @Override
    protected Class<? extends Duty> duty() {
        return Duty.Begin.class;
    }

    @Override
    protected List<String> refused() {
        return List.of("\"fields\": {\"name\": \"see\"}", "\"assignees\": {\"roles\": [\"risk\"]}");
    }
}
