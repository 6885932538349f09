package io.jianmi.core.crypto;

import io.jianmi.core.problem.ProblemType;

/** Problems of keys. */
public enum CryptoProblem implements ProblemType {
    KMS_UNAVAILABLE("crypto.kms-unavailable", 503, "The key service does not answer. Try again shortly."),
    UNWRAP_BUDGET("crypto.unwrap-budget", 429, "Too many protected records were opened. Try again later."),
    ERASED("crypto.erased", 410, "The person's keys are destroyed; the values cannot be read any more.");

    private final Description description;

    CryptoProblem(String code, int status, String title) {
        this.description = new Description(code, status, title);
    }

    @Override
    public Description description() {
        return description;
    }
}
