package io.jianmi.core.command;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.outbox.OutboxMessage;
import io.jianmi.core.store.Write;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * All that a command changes, in one transaction.
 *
 * @param writes guarded statements on the tenant's schema, in order
 * @param audit at least one entry: no change without one
 * @param followUps messages for the relay, committed with the rest
 * @param answer built after the commit
 * @param made ids of what is made, by which a repeated {@link Command#request() request} is answered
 */
public record Changes<R>(
        List<Write> writes,
        List<AuditDraft> audit,
        List<OutboxMessage> followUps,
        Supplier<R> answer,
        List<UUID> made) {

    public Changes {
        writes = List.copyOf(writes);
        audit = List.copyOf(audit);
        followUps = List.copyOf(followUps);
        made = List.copyOf(made);
        if (audit.isEmpty()) {
            throw new IllegalArgumentException("a command leaves an audit entry");
        }
    }

    public Changes(List<Write> writes, List<AuditDraft> audit, List<OutboxMessage> followUps, Supplier<R> answer) {
        this(writes, audit, followUps, answer, List.of());
    }

    public static <R> Changes<R> of(
            List<Write> writes, AuditDraft audit, List<OutboxMessage> followUps, Supplier<R> answer) {
        return new Changes<>(writes, List.of(audit), followUps, answer);
    }

    public Changes<R> making(List<UUID> ids) {
        return new Changes<>(writes, audit, followUps, answer, ids);
    }

    public Changes<R> making(UUID id) {
        return making(List.of(id));
    }
}
