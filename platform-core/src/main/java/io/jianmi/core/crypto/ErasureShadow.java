package io.jianmi.core.crypto;

import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The erasure ledger's shadow, beside the keys. A copy of the data that is brought back knows nothing of who was erased since; the
 * shadow does. A copy of the keys that is brought back holds keys of the erased; the ledger knows whose.
 */
public interface ErasureShadow {

    /** One that was ordered. */
    record Shade(UUID erasure, UUID subject, Instant at) {}

    /** Notes that a person is being erased. Repeatable. */
    Uni<Void> cast(TenantKey tenant, UUID erasure, UUID subject, Instant at);

    /** Notes that all of it is done. Repeatable. */
    Uni<Void> close(TenantKey tenant, UUID erasure, Instant at);

    /** All that was ever ordered. */
    Uni<List<Shade>> all(TenantKey tenant);

    /** Those of the persons of whom there are keys. */
    Uni<Set<UUID>> keyed(TenantKey tenant, Collection<UUID> subjects);
}
