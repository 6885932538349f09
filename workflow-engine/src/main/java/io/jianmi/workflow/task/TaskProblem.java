package io.jianmi.workflow.task;

import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.problem.ProblemType;
import java.util.List;

/** Problems of tasks. A task of somebody else does not exist for the caller. */
public enum TaskProblem implements ProblemType {
    NOT_FOUND("task.not-found", 404, "There is no such task, or none that you may know of."),
    ALREADY_HANDLED("task.already-handled", 409, "This task is no longer open."),
    ACTION_NOT_OFFERED("task.action-not-offered", 409, "This step does not offer that action."),
    COMMENT_REQUIRED("task.comment-required", 422, "This step needs a comment with that decision."),
    RETURN_TARGET("task.return-target", 422, "The record cannot be returned to that step."),
    TRANSFER_TARGET("task.transfer-target", 422, "The task cannot be transferred to that person."),
    SIGNER("task.signer", 422, "That person cannot be added to the signers, or taken from them."),
    SIGNER_POSITION("task.signer-position", 422, "A signer is added before, after or beside."),
    CHOICE("task.choice", 422, "That person cannot be chosen for the next step."),
    CHOICE_REQUIRED("task.choice-required", 422, "Choose who handles the next step."),
    NOTHING_TO_CHOOSE("task.nothing-to-choose", 422, "Nobody is to be chosen with this act."),
    TOO_LATE("task.too-late", 409, "Somebody has acted since; that can no longer be done."),
    BATCH_REVEAL("task.batch-reveal", 409, "Values may be opened on this step. Decide on it alone."),
    BATCH_DATA("task.batch-data", 409, "Data is handed in on this step. Decide on it alone."),
    BATCH_CHOICE("task.batch-choice", 409, "Somebody has to be chosen for the next step. Decide on it alone."),
    REMINDED_RECENTLY("task.reminded-recently", 429, "Those who have to act were reminded a short while ago.");

    private final Description description;

    TaskProblem(String code, int status, String title) {
        this.description = new Description(code, status, title);
    }

    /** The problem with its place in the request. */
    ProblemException at(String pointer) {
        return ProblemException.of(this, List.of(Finding.error(code(), pointer)));
    }

    @Override
    public Description description() {
        return description;
    }
}
