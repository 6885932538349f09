package io.jianmi.core.notification;

import java.util.Arrays;
import java.util.Optional;

/** What members are told of: the one list. A new kind is a line here and its texts in both languages, in mails and pages. */
public enum NotificationKind {
    /** Somebody's turn has come. */
    TASK_ASSIGNED("task-assigned", true),
    /** A task was handed on to him, by its assignee or by an administrator. */
    TASK_TRANSFERRED("task-transferred", true),
    /** He was asked to sign too. */
    SIGNER_ADDED("signer-added", true),
    TASK_REMINDED("task-reminded", true),
    /** The term of his task has passed, and it stays his. */
    TASK_OVERDUE("task-overdue", true),
    COPIED("copied", false),
    /** Outcome: a status of the instance. */
    SUBMISSION_ENDED("submission-ended", true),
    /** In a comment on a record. */
    MENTIONED("mentioned", true),
    RECORD_SHARED("record-shared", true),
    /** A workflow says something by itself. */
    WORKFLOW_TOLD("workflow-told", true),
    /** Somebody asks for what he may decide on. Its cause is the approval. */
    APPROVAL_ASKED("approval-asked", true),
    /** What he asked for was decided. Its cause is the approval; outcome: approved, rejected. */
    APPROVAL_DECIDED("approval-decided", true),
    /** The term of a rights request comes to its end. Its record is the request, of no form. */
    REQUEST_DUE("request-due", true),
    /** The term of a rights request is over and it is not answered. Its record is the request, of no form. */
    REQUEST_OVERDUE("request-overdue", true);

    private final String key;
    private final boolean mailed;

    /** @param mailed whether it is mailed to who has not said otherwise */
    NotificationKind(String key, boolean mailed) {
        this.key = key;
        this.mailed = mailed;
    }

    public static Optional<NotificationKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }

    /** As it is stored and sent; for ever. */
    public String key() {
        return key;
    }

    /** Whether its cause is an approval, which has a page of its own. */
    boolean onApproval() {
        return this == APPROVAL_ASKED || this == APPROVAL_DECIDED;
    }

    /** Whether it is about a rights request, which has a page of its own. */
    boolean onRequest() {
        return this == REQUEST_DUE || this == REQUEST_OVERDUE;
    }

    boolean mailed() {
        return mailed;
    }
}
