package io.jianmi.core.administration;

import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A domain whose work goes on after it was asked for, told to whoever looks after the tenant: how far it is, never what it holds. */
public interface JobSource {

    /**
     * One job.
     *
     * @param kind such as {@code import}
     * @param actor id of the member in whose name it runs
     * @param status word of the domain
     * @param open whether it waits or runs
     * @param total how much there is to do, null when that is not known
     * @param problem code of what ended it, null where nothing did
     */
    record Job(
            String id,
            String kind,
            String app,
            String form,
            String actor,
            String status,
            boolean open,
            boolean cancellable,
            @Nullable Long total,
            long done,
            long failed,
            @Nullable String problem,
            Instant createdAt,
            @Nullable Instant finishedAt) {}

    /** Those that wait or run, and the last that have ended; the newest first. */
    Uni<List<Job>> jobs(TenantKey tenant, int limit);

    /** What stops one; empty where it knows none of that id or cannot stop it any more. */
    Uni<Optional<Write>> stopping(TenantKey tenant, UUID id);
}
