package io.jianmi.workflow.instance;

/** Why somebody has a task row. */
public enum TaskKind {
    /** He submitted the record. */
    SUBMIT,
    /** He has to decide. */
    WORK,
    /** His record came back to him; approving resubmits it. */
    AGAIN,
    /** He was told. */
    COPY
}
