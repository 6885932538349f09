package io.jianmi.workflow.node.join;

import io.jianmi.workflow.testing.NodeTypeContract;

class JoinNodeTypeContractTest extends NodeTypeContract {

    JoinNodeTypeContractTest() {
        super(new JoinNodeType());
    }
}
