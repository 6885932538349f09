package io.jianmi.workflow.delegation;

import io.jianmi.core.problem.ProblemType;

/** Problems of delegations. One of somebody else does not exist for the caller. */
public enum DelegationProblem implements ProblemType {
    NOT_FOUND("delegation.not-found", 404, "There is no such delegation, or none that you may know of."),
    INVALID("delegation.invalid", 422, "The delegation has errors. Each finding says where and why.");

    private final Description description;

    DelegationProblem(String code, int status, String title) {
        this.description = new Description(code, status, title);
    }

    @Override
    public Description description() {
        return description;
    }
}
