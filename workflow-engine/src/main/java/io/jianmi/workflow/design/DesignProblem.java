package io.jianmi.workflow.design;

import io.jianmi.core.problem.ProblemType;

/** Problems of workflow definitions. */
public enum DesignProblem implements ProblemType {
    NOT_FOUND("workflow.not-found", 404, "There is no such workflow, or none that you may know of."),
    DEFINITION_INVALID("workflow.definition-invalid", 422, "The definition has findings that must be solved first.");

    private final String code;
    private final int status;
    private final String title;

    DesignProblem(String code, int status, String title) {
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
