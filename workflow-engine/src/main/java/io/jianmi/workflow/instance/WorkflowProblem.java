package io.jianmi.workflow.instance;

import io.jianmi.core.problem.ProblemType;

/** Problems of running instances. */
public enum WorkflowProblem implements ProblemType {
    NO_INSTANCE("workflow.no-instance", 404, "There is no such instance, or none that you may know of."),
    NOBODY_TO_ACT("workflow.nobody-to-act", 409, "Nobody can act on this step, not even an administrator.");

    private final Description description;

    WorkflowProblem(String code, int status, String title) {
        this.description = new Description(code, status, title);
    }

    @Override
    public Description description() {
        return description;
    }
}
