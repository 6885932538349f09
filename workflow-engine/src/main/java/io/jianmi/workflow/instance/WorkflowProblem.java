package io.jianmi.workflow.instance;

import io.jianmi.core.problem.ProblemType;

/** Problems of running instances. */
public enum WorkflowProblem implements ProblemType {
    NO_INSTANCE("workflow.no-instance", 404, "There is no such instance, or none that you may know of."),
    NOBODY_TO_ACT("workflow.nobody-to-act", 409, "Nobody can act on this step, not even an administrator.");

    private final String code;
    private final int status;
    private final String title;

    WorkflowProblem(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
