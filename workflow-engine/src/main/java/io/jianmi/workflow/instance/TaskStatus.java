package io.jianmi.workflow.instance;

/** Where a task stands. */
public enum TaskStatus {
    /** Its turn has not come (sequential signing). */
    WAITING,
    OPEN,
    DONE,
    TRANSFERRED,
    /** Decided by somebody else, or the instance ended. */
    CANCELLED;

    public boolean may(TaskStatus next) {
        return switch (this) {
            case WAITING -> next == OPEN || next == CANCELLED;
            case OPEN -> next == DONE || next == TRANSFERRED || next == CANCELLED;
            case DONE, TRANSFERRED, CANCELLED -> false;
        };
    }
}
