package io.jianmi.workflow.instance;

/** Where a task stands. */
public enum TaskStatus {
    /** Its turn has not come: others sign before. */
    WAITING,
    OPEN,
    DONE,
    /** Handed on: to somebody else, or to others who sign first. */
    TRANSFERRED,
    /** Decided by somebody else, or the instance ended. */
    CANCELLED
}
