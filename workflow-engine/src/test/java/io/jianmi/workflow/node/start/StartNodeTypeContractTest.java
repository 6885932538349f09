package io.jianmi.workflow.node.start;

import io.jianmi.workflow.testing.NodeTypeContract;

class StartNodeTypeContractTest extends NodeTypeContract {

    StartNodeTypeContractTest() {
        super(new StartNodeType());
    }
}
