package io.jianmi.core.crypto;

import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;

/** Makes sure that no node holds keys in memory that were destroyed. */
public interface KeyPurge {

    /** Asks every node to drop a person's keys and to say so under this id. Repeatable. */
    Uni<Void> ask(TenantKey tenant, UUID what, UUID subject);

    /**
     * Whether no node can hold them any more: each that lives has said so, or their time in memory is over.
     *
     * @param destroyed when the keys were destroyed
     */
    Uni<Boolean> done(UUID what, Instant destroyed);
}
