package io.jianmi.workflow.subworkflow;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.outbox.OutboxMessage;
import io.jianmi.core.store.Write;
import io.jianmi.workflow.instance.WorkflowTopic;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What lets the workflows of some records start, to be committed with the step that wants it.
 *
 * @param versions of the records, in order
 * @param audit entries of new records
 */
record Begun(Map<UUID, Integer> versions, List<Write> writes, List<AuditDraft> audit, List<OutboxMessage> messages) {

    static final Begun NOTHING = new Begun(Map.of(), List.of(), List.of(), List.of());

    /** The instances by record; a record whose workflow does not start has none. */
    Map<UUID, UUID> instances() {
        return WorkflowTopic.started(messages);
    }
}
