package io.jianmi.core.audit;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** Where entries go in, and where one learns that an entry stands under a signed tree head. */
public interface AuditLog {

    /** Gives the drafts an id, a time, the actor, and seals their payloads. */
    Uni<List<PendingEntry>> prepare(Actor actor, List<AuditDraft> drafts);

    /** One insert for all entries, to be committed with what they tell of. */
    Write insert(TenantKey tenant, List<PendingEntry> entries);

    /** Wakes the sequencer after a commit; never blocks. */
    void committed(TenantKey tenant);

    /** Completes when a signed tree head covers the entry. */
    Uni<AuditReceipt> sealed(TenantKey tenant, UUID entry);
}
