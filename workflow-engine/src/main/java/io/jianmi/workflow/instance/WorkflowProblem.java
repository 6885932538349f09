package io.jianmi.workflow.instance;

import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.problem.ProblemType;
import java.util.List;

/** Problems of running instances. */
public enum WorkflowProblem implements ProblemType {
    NO_INSTANCE("workflow.no-instance", 404, "There is no such instance, or none that you may know of."),
    NOT_RUNNING("workflow.not-running", 409, "The workflow of this record has ended."),
    STILL_RUNNING("workflow.still-running", 409, "A workflow runs on this record."),
    ACT_REFUSED("workflow.act-refused", 403, "You may not do that with the workflow of this record."),
    ACT_NOT_OFFERED("workflow.act-not-offered", 409, "This workflow does not offer that."),
    TOO_LATE("workflow.too-late", 409, "The workflow has gone too far for that."),
    REASON_REQUIRED("workflow.reason-required", 422, "This needs a reason."),
    NODE("workflow.node-unknown", 422, "The workflow cannot go on at that step."),
    NOBODY_TO_ACT("workflow.nobody-to-act", 409, "Nobody can act on this step, not even an administrator.");

    private final Description description;

    WorkflowProblem(String code, int status, String title) {
        this.description = new Description(code, status, title);
    }

    /** The problem with its place in the request. */
    public ProblemException at(String pointer) {
        return ProblemException.of(this, List.of(Finding.error(code(), pointer)));
    }

    @Override
    public Description description() {
        return description;
    }
}
