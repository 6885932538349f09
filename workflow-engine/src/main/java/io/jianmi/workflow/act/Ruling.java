package io.jianmi.workflow.act;

/** What the table says of one act in one situation. */
public enum Ruling {
    MAY,
    /** The act is not this person's: to him the task does not exist. */
    NOT_HIS,
    /** Task or instance is past it. */
    CLOSED,
    /** This step, or this workflow, does not have it. */
    NOT_OFFERED,
    /** It was possible until somebody acted. */
    TOO_LATE
}
