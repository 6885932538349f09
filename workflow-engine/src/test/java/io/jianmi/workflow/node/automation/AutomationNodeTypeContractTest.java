package io.jianmi.workflow.node.automation;

import io.jianmi.workflow.testing.NodeTypeContract;

class AutomationNodeTypeContractTest extends NodeTypeContract {

    AutomationNodeTypeContractTest() {
        super(new AutomationNodeType());
    }
}
