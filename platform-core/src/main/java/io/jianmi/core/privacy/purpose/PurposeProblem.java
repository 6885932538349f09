package io.jianmi.core.privacy.purpose;

import io.jianmi.core.problem.ProblemType;

/** Problems of the list of purposes. */
public enum PurposeProblem implements ProblemType {
    INVALID("purpose.invalid", 422, "The list of purposes has errors. Each finding says where and why.");

    private final Description description;

    PurposeProblem(String code, int status, String title) {
        this.description = new Description(code, status, title);
    }

    @Override
    public Description description() {
        return description;
    }
}
