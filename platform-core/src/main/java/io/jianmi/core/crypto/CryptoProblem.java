package io.jianmi.core.crypto;

import io.jianmi.core.problem.ProblemType;

/** Problems of keys. */
public enum CryptoProblem implements ProblemType {
    KMS_UNAVAILABLE("crypto.kms-unavailable", 503, "The key service does not answer. Try again shortly."),
    UNWRAP_BUDGET("crypto.unwrap-budget", 429, "Too many protected records were opened. Try again later."),
    ERASED("crypto.erased", 410, "The person's keys are destroyed; the values cannot be read any more.");

    private final String code;
    private final int status;
    private final String title;

    CryptoProblem(String code, int status, String title) {
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
