package io.jianmi.core.outbox;

import io.jianmi.core.problem.ProblemType;

/** Problems of follow-ups; nobody outside the relay sees them. */
public enum OutboxProblem implements ProblemType {
    ALREADY_HANDLED("outbox.already-handled", 409, "This follow-up was carried out before.");

    private final String code;
    private final int status;
    private final String title;

    OutboxProblem(String code, int status, String title) {
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
