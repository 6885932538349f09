package io.jianmi.workflow.sign;

/** What the signatures of a node amount to. */
public enum Verdict {
    /** More signatures are needed and somebody can give one now. */
    PENDING,
    /** More are needed; the first waiting one has its turn. */
    NEXT,
    APPROVED,
    REJECTED
}
