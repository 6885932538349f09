package io.jianmi.core.command;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.outbox.OutboxMessage;
import io.jianmi.core.store.Write;
import java.util.List;
import java.util.function.Supplier;

/**
 * All that a command changes, in one transaction.
 *
 * @param writes guarded statements on the tenant's schema, in order
 * @param audit at least one entry: no change without one
 * @param followUps messages for the relay, committed with the rest
 * @param answer built after the commit
 */
public record Changes<R>(
        List<Write> writes, List<AuditDraft> audit, List<OutboxMessage> followUps, Supplier<R> answer) {

    public Changes {
        writes = List.copyOf(writes);
        audit = List.copyOf(audit);
        followUps = List.copyOf(followUps);
        if (audit.isEmpty()) {
            throw new IllegalArgumentException("a command leaves an audit entry");
        }
    }

    public static <R> Changes<R> of(
            List<Write> writes, AuditDraft audit, List<OutboxMessage> followUps, Supplier<R> answer) {
        return new Changes<>(writes, List.of(audit), followUps, answer);
    }
}
