package io.jianmi.form.share;

import io.jianmi.core.problem.ProblemType;

/** Problems of shares. */
public enum ShareProblem implements ProblemType {
    DRAFT("share.draft", 409, "A draft is its author's alone. Submit it before you share it."),
    RECORD_TRASHED("share.record-trashed", 409, "The record is in the recycle bin; it is shared with nobody there."),
    LIMIT("share.limit-reached", 409, "The record is shared with as many people as it can be. End a share first.");

    private final Description description;

    ShareProblem(String code, int status, String title) {
        this.description = new Description(code, status, title);
    }

    @Override
    public Description description() {
        return description;
    }
}
