package io.jianmi.workflow.design;

import io.jianmi.core.problem.ProblemType;

/** Problems of workflow definitions. */
public enum DesignProblem implements ProblemType {
    NOT_FOUND("workflow.not-found", 404, "There is no such workflow, or none that you may know of."),
    STALE_DRAFT("workflow.stale-draft", 412, "Somebody saved the draft since you read it. Load it again."),
    DEFINITION_INVALID("workflow.definition-invalid", 422, "The definition has findings that must be solved first.");

    private final Description description;

    DesignProblem(String code, int status, String title) {
        this.description = new Description(code, status, title);
    }

    @Override
    public Description description() {
        return description;
    }
}
