package io.jianmi.workflow.node;

/** The BPMN 2.0 elements that the compiler emits; the engine refuses any other. */
public enum BpmnShape {
    START_EVENT("startEvent"),
    RECEIVE_TASK("receiveTask"),
    TASK("task"),
    EXCLUSIVE_GATEWAY("exclusiveGateway"),
    PARALLEL_GATEWAY("parallelGateway"),
    END_EVENT("endEvent");

    private final String element;

    BpmnShape(String element) {
        this.element = element;
    }

    public String element() {
        return element;
    }
}
