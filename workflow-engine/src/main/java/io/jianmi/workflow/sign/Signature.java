package io.jianmi.workflow.sign;

/** The state of one assignee's signature. */
public enum Signature {
    /** Its turn has not come (sequential). */
    WAITING,
    OPEN,
    APPROVED,
    REJECTED;

    boolean undecided() {
        return this == WAITING || this == OPEN;
    }
}
