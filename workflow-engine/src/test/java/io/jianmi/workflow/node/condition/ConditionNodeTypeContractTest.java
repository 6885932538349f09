package io.jianmi.workflow.node.condition;

import io.jianmi.workflow.node.BpmnShape;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.testing.NodeTypeContract;
import java.util.List;

class ConditionNodeTypeContractTest extends NodeTypeContract {

    ConditionNodeTypeContractTest() {
        super("condition", "");
    }

    @Override
    protected BpmnShape shape() {
        return BpmnShape.EXCLUSIVE_GATEWAY;
    }

    @Override
    protected Class<? extends Duty> duty() {
        return Duty.Route.class;
    }

    @Override
    protected List<String> refused() {
        return List.of("\"fields\": {\"name\": \"read\"}");
    }
}
