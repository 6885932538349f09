package io.jianmi.form.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.crypto.CellContext;
import io.jianmi.core.crypto.DataKeys;
import io.jianmi.core.crypto.KeyClass;
import io.jianmi.core.crypto.KeyDestruction;
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

    /** Keys for a new job. */
    Uni<UUID> newSubject(TenantKey tenant) {
        return keys.newSubject(tenant);
    }

    /** Destroys keys that seal nothing, or nothing that is still wanted. */
    Uni<Void> destroy(TenantKey tenant, UUID subject) {
        return destruction.destroy(tenant, subject).replaceWithVoid();
    }

    Uni<byte[]> seal(TenantKey tenant, UUID job, UUID subject, String place, JsonNode value) {
        return keys.ring(tenant, Set.of(subject), Set.of(KeyClass.S3))
                .map(ring -> ring.seal(context(tenant, job, subject, place), value));
    }

    Uni<JsonNode> open(TenantKey tenant, UUID job, UUID subject, String place, byte[] sealed) {
        return keys.ring(tenant, Set.of(subject), Set.of(KeyClass.S3))
                .map(ring -> ring.open(context(tenant, job, subject, place), sealed));
    }

    private static CellContext context(TenantKey tenant, UUID job, UUID subject, String place) {
        return new CellContext(tenant, FORM, job, place, subject, KeyClass.S3);
    }
}
