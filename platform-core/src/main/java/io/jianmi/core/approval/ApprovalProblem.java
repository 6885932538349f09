package io.jianmi.core.approval;

import io.jianmi.core.problem.ProblemType;

/** Problems of approvals. One that is neither his nor for him to decide does not exist for the caller. */
public enum ApprovalProblem implements ProblemType {
    NOT_FOUND("approval.not-found", 404, "There is no such request, or none that you may know of."),
    OWN("approval.own-request", 403, "A second person decides: nobody agrees to what he asked himself."),
    COMMENT("approval.comment-required", 422, "Say why you refuse it."),
    INVALID("approval.invalid", 422, "The decision has errors. Each finding says where and why."),
    DECIDED("approval.already-decided", 409, "Somebody has decided on this request already."),
    STANDING("approval.already-asked", 409, "You have asked for this already."),
    REJECTED("approval.rejected", 409, "The request was rejected."),
    WITHDRAWN("approval.withdrawn", 409, "The request was withdrawn."),
    LAPSED("approval.lapsed", 409, "The request has lapsed. Ask again."),
    ENDED("approval.task-over", 409, "The task in which this was asked is over, and the request with it."),
    USED("approval.used", 409, "This approval was used. Ask again."),
    RECORD_CHANGED("approval.record-changed", 409, "The record has changed since this was asked. Ask again."),
    TERMS_CHANGED("approval.terms-changed", 409, "The rules have changed since: this approval is no longer enough."),
    NOBODY("approval.nobody", 409, "Nobody else has a role that may agree to this. Ask an administrator."),
    TOO_MANY("approval.limit-reached", 429, "You have asked for too much in this hour. Try again later.");

    private final Description description;

    ApprovalProblem(String code, int status, String title) {
        this.description = new Description(code, status, title);
    }

    @Override
    public Description description() {
        return description;
    }
}
