package io.jianmi.workflow.node.subworkflow;

import io.jianmi.workflow.testing.NodeTypeContract;

class SubworkflowNodeTypeContractTest extends NodeTypeContract {

    SubworkflowNodeTypeContractTest() {
        super(new SubworkflowNodeType());
    }
}
