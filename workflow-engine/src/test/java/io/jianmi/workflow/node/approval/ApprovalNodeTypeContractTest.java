package io.jianmi.workflow.node.approval;

import io.jianmi.workflow.testing.NodeTypeContract;

class ApprovalNodeTypeContractTest extends NodeTypeContract {

    ApprovalNodeTypeContractTest() {
        super(new ApprovalNodeType());
    }
}
