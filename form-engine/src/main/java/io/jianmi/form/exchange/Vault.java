package io.jianmi.form.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.crypto.CellContext;
import io.jianmi.core.crypto.DataKeys;
import io.jianmi.core.crypto.KeyClass;
import io.jianmi.core.crypto.KeyDestruction;
import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;

/**
 * Seals what a job keeps: a file may hold sensitive values of many people before any of them has a record. Each job has keys of its
 * own, and each piece is bound to its place in the job.
 */
@Singleton
final class Vault {

    private static final String FORM = "exchange";

    private final DataKeys keys;
    private final KeyDestruction destruction;

    Vault(DataKeys keys, KeyDestruction destruction) {
        this.keys = keys;
        this.destruction = destruction;
    }

    /** The job whose piece it is, and the keys that seal it. */
    record Owner(TenantKey tenant, UUID job, UUID subject) {

        static Owner of(Job job) {
            return new Owner(job.tenant(), job.id(), job.subject());
        }
    }

    /** Keys for a new job. */
    Uni<UUID> newSubject(TenantKey tenant) {
        return keys.newSubject(tenant);
    }

    /** Destroys keys that seal nothing, or nothing that is still wanted. */
    Uni<Void> destroy(Owner owner) {
        return destruction.destroy(owner.tenant(), owner.subject()).replaceWithVoid();
    }

    Uni<byte[]> seal(Owner owner, String place, JsonNode value) {
        return ring(owner).map(ring -> ring.seal(context(owner, place), value));
    }

    Uni<JsonNode> open(Owner owner, String place, byte[] sealed) {
        return ring(owner).map(ring -> ring.open(context(owner, place), sealed));
    }

    private Uni<KeyRing> ring(Owner owner) {
        return keys.ring(owner.tenant(), Set.of(owner.subject()), Set.of(KeyClass.S3));
    }

    private static CellContext context(Owner owner, String place) {
        return new CellContext(owner.tenant(), FORM, owner.job(), place, owner.subject(), KeyClass.S3);
    }
}
