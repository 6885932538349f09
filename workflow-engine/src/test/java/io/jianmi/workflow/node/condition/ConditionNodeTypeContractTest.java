package io.jianmi.workflow.node.condition;

import io.jianmi.workflow.testing.NodeTypeContract;

class ConditionNodeTypeContractTest extends NodeTypeContract {

    ConditionNodeTypeContractTest() {
        super(new ConditionNodeType());
    }
}
