package io.jianmi.workflow.act;

/** What must hold besides the states, since it depends on what others have done. */
public enum Proviso {
    /** Somebody whom this seat has asked to sign has not signed yet. */
    SIGNER_ADDED,
    /** Nobody has acted on what this decision led to. */
    NOBODY_ACTED_SINCE,
    /** The workflow lets its initiator withdraw, and no step was reached after which it is too late. */
    WITHDRAWABLE,
    /** Somebody has to act now. */
    SOMEBODY_AWAITED,
    /** The task's term is over, and nothing has come of it yet. */
    TERM_OVER,
    /** It is time to remind the task's person. */
    REMINDER_DUE
}
