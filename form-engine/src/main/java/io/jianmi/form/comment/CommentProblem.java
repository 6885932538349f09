package io.jianmi.form.comment;

import io.jianmi.core.problem.ProblemType;

/** Problems of comments. */
public enum CommentProblem implements ProblemType {
    NOT_YOURS("comment.not-yours", 403, "This comment is somebody else's."),
    DELETED("comment.deleted", 409, "The comment is deleted."),
    NOT_DELETED("comment.not-deleted", 409, "The comment is not deleted."),
    GONE("comment.gone", 409, "The comment was deleted too long ago to come back."),
    RECORD_TRASHED("comment.record-trashed", 409, "The record is in the recycle bin; nothing is said about it there."),
    STALE_VERSION("comment.stale-version", 412, "The comment changed since you read it. Load it again."),
    INTEGRITY("comment.integrity", 409, "The comment's seal is broken: it was changed outside the product.");

    private final Description description;

    CommentProblem(String code, int status, String title) {
        this.description = new Description(code, status, title);
    }

    @Override
    public Description description() {
        return description;
    }
}
