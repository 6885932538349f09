package io.jianmi.core.outbox;

import io.jianmi.core.problem.ProblemType;

/** Problems of follow-ups; nobody outside the relay sees them. */
public enum OutboxProblem implements ProblemType {
    ALREADY_HANDLED("outbox.already-handled", 409, "This follow-up was carried out before.");

    private final Description description;

    OutboxProblem(String code, int status, String title) {
        this.description = new Description(code, status, title);
    }

    @Override
    public Description description() {
        return description;
    }
}
