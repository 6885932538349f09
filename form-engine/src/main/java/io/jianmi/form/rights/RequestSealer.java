package io.jianmi.form.rights;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.crypto.CellContext;
import io.jianmi.core.crypto.DataKeys;
import io.jianmi.core.crypto.IntegrityException;
import io.jianmi.core.crypto.KeyClass;
import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Seals what is written about a request under the keys of its person: it goes when she is erased. */
@Singleton
final class RequestSealer {

    static final String NOTE = "note";

    private final DataKeys keys;

    RequestSealer(DataKeys keys) {
        this.keys = keys;
    }

    Uni<KeyRing> ring(TenantKey tenant, UUID subject) {
        return keys.ring(tenant, Set.of(subject), Set.of(KeyClass.S2));
    }

    /** What nobody could ever read again is not kept: {@link RequestProblem#ERASED}. */
    Uni<Optional<byte[]>> seal(TenantKey tenant, UUID id, UUID subject, String what, Optional<JsonNode> words) {
        return words.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : ring(tenant, subject).map(ring -> {
                    CellContext context = context(tenant, id, subject, what);
                    if (!ring.has(context)) {
                        throw ProblemException.of(RequestProblem.ERASED);
                    }
                    return Optional.of(ring.seal(context, words.get()));
                });
    }

    /** Empty when the person's keys are gone, or this is not what was written. */
    static Optional<JsonNode> read(TenantKey tenant, UUID id, UUID subject, String what, byte[] sealed, KeyRing ring) {
        CellContext context = context(tenant, id, subject, what);
        try {
            return ring.has(context) ? Optional.of(ring.open(context, sealed)) : Optional.empty();
        } catch (IntegrityException changed) {
            return Optional.empty();
        }
    }

    private static CellContext context(TenantKey tenant, UUID id, UUID subject, String what) {
        // No form has a slash in its key.
        return new CellContext(tenant, "rights/" + what, id, what, subject, KeyClass.S2);
    }
}
