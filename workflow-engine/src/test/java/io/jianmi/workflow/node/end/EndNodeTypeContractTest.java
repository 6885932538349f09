package io.jianmi.workflow.node.end;

import io.jianmi.workflow.testing.NodeTypeContract;

class EndNodeTypeContractTest extends NodeTypeContract {

    EndNodeTypeContractTest() {
        super(new EndNodeType());
    }
}
