package io.jianmi.workflow.act;

/** What somebody is to a task or its instance; one may be several. */
public enum Who {
    /** Whose task it is. */
    ASSIGNEE,
    /** Who has submitted the record. */
    INITIATOR,
    /** An administrator of the tenant who may know of the record. */
    ADMIN,
    /** The system itself, where time or a standing rule acts and no person does. */
    SYSTEM
}
