package io.jianmi.form.record;

import io.jianmi.core.approval.Approvals;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Reveals that were opened, or asked for, through tasks. */
public final class TaskReveals {

    private TaskReveals() {}

    /**
     * What an act that closes tasks commits with it: should one of them be opened again, nothing that it had opened comes back. Where
     * tasks close without it, reading finds them closed.
     */
    public static List<Write> end(TenantKey tenant, Collection<UUID> tasks, Instant now) {
        return List.of(RevealGrants.end(tenant, tasks, now), Approvals.ended(tenant, tasks, now));
    }
}
