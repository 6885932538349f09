package io.jianmi.workflow.subworkflow;

import io.jianmi.core.problem.ProblemType;

/** Why workflows cannot start; readable at the instance that is to start them, and tried again. */
public enum SubworkflowProblem implements ProblemType {
    TOO_DEEP("workflow.subworkflow-too-deep", 409, "Workflows have started each other too many times."),
    TOO_MANY("workflow.subworkflow-too-many", 409, "This step would start too many workflows at once.");

    private final Description description;

    SubworkflowProblem(String code, int status, String title) {
        this.description = new Description(code, status, title);
    }

    @Override
    public Description description() {
        return description;
    }
}
