package io.jianmi.core.command;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.cluster.Notice;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a platform command leaves besides its changed entities.
 *
 * @param audit the entry, appended in the same transaction
 * @param notice what the other nodes have to forget, sent with the commit
 * @param answer built after the commit
 */
public record PlatformChanges<R>(AuditDraft audit, Optional<Notice> notice, Supplier<R> answer) {

    /** A change that no node keeps in memory. */
    public PlatformChanges(AuditDraft audit, Supplier<R> answer) {
        this(audit, Optional.empty(), answer);
    }

    public PlatformChanges<R> telling(Notice changed) {
        return new PlatformChanges<>(audit, Optional.of(changed), answer);
    }
}
