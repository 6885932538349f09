package io.jianmi.core.crypto;

import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Crypto-shredding of one person: without the keys every cell of that person is noise, in backups too. */
public interface KeyDestruction {

    /**
     * Deletes all keys of a person from the key database and from this node's memory. Repeatable.
     *
     * @return how many versions were destroyed; 0 when none was left
     */
    Uni<Integer> destroy(TenantKey tenant, UUID subject);

    /** Drops the person's keys from this node's memory; what a node does when another one has destroyed them. */
    void forget(TenantKey tenant, UUID subject);
}
