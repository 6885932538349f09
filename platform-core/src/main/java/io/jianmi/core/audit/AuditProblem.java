package io.jianmi.core.audit;

import io.jianmi.core.problem.ProblemType;

/** Problems of the audit log. */
public enum AuditProblem implements ProblemType {
    NOT_SEALED("audit.not-sealed", 503, "The audit log did not confirm the entry in time. Try again shortly."),
    HALTED("audit.halted", 503, "The audit log does not extend its last signed state and has stopped."),
    OVERLOADED("audit.overloaded", 503, "The audit log cannot take entries at the moment. Try again shortly."),
    NO_SUCH_PROOF("audit.no-such-proof", 400, "The log has no such leaf or size."),
    NOTHING_SIGNED("audit.nothing-signed", 404, "The log has no signed tree head yet.");

    private final Description description;

    AuditProblem(String code, int status, String title) {
        this.description = new Description(code, status, title);
    }

    @Override
    public Description description() {
        return description;
    }
}
