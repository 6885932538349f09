package io.jianmi.workflow.node.handling;

import io.jianmi.workflow.testing.NodeTypeContract;

class HandlingNodeTypeContractTest extends NodeTypeContract {

    HandlingNodeTypeContractTest() {
        super(new HandlingNodeType());
    }
}
