package io.jianmi.core.crypto;

import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.UUID;

/** Random data keys per (tenant, person, class), wrapped in the key database. */
public interface DataKeys {

    /**
     * A fresh person with keys of every class, already committed in the key database (so a record can never exist
     * without its keys; an orphan key is harmless).
     */
    Uni<UUID> newSubject(TenantKey tenant);

    /**
     * The keys of these persons and classes, fetched in one round trip and cached briefly. A person who has been
     * erased is simply absent from the ring. Fails with {@link CryptoProblem#UNWRAP_BUDGET} or {@link
     * CryptoProblem#KMS_UNAVAILABLE}.
     */
    Uni<KeyRing> ring(TenantKey tenant, Set<UUID> subjects, Set<KeyClass> classes);
}
