package io.jianmi.workflow.node.parallel;

import io.jianmi.workflow.testing.NodeTypeContract;

class ParallelNodeTypeContractTest extends NodeTypeContract {

    ParallelNodeTypeContractTest() {
        super(new ParallelNodeType());
    }
}
