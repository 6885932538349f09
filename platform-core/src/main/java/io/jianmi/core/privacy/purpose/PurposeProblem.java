package io.jianmi.core.privacy.purpose;

import io.jianmi.core.problem.ProblemType;

/** Problems of the list of purposes. */
public enum PurposeProblem implements ProblemType {
    INVALID("purpose.invalid", 422, "The list of purposes has errors. Each finding says where and why.");

    private final String code;
    private final int status;
    private final String title;

    PurposeProblem(String code, int status, String title) {
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
