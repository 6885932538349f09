package io.jianmi.workflow.node.end;

import io.jianmi.workflow.node.BpmnShape;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.testing.NodeTypeContract;
import java.util.List;

class EndNodeTypeContractTest extends NodeTypeContract {

    EndNodeTypeContractTest() {
        super("end", "\"set\": {\"level\": \"\\\"A\\\"\"}");
    }

    @Override
    protected BpmnShape shape() {
        return BpmnShape.END_EVENT;
    }

    @Override
    protected Class<? extends Duty> duty() {
        return Duty.Finish.class;
    }

    @Override
    protected List<String> refused() {
        return List.of("\"set\": {\"level\": 1}", "\"set\": {\"Level\": \"1\"}");
    }
}
