package io.jianmi.workflow.node.cc;

import io.jianmi.workflow.testing.NodeTypeContract;

class CopyNodeTypeContractTest extends NodeTypeContract {

    CopyNodeTypeContractTest() {
        super(new CopyNodeType());
    }
}
