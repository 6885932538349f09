package io.jianmi.form.comment;

import io.jianmi.core.crypto.CellContext;
import io.jianmi.core.crypto.DataKeys;
import io.jianmi.core.crypto.KeyClass;
import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.crypto.RowSeal;
import io.jianmi.core.json.CanonicalJson;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Seals what comments say under the keys of the record's person, as a personal field is, and tags their rows. The ciphertext is bound to
 * tenant, form, record, comment and the version that wrote it; the tag covers all else. So what was changed or put back by SQL is noticed, and
 * yet the text of a tombstone can be emptied without it.
 */
@Singleton
final class CommentSealer {

    private final DataKeys keys;
    private final RowSeal seal;

    CommentSealer(DataKeys keys, RowSeal seal) {
        this.keys = keys;
        this.seal = seal;
    }

    Uni<KeyRing> ring(TenantKey tenant, UUID subject) {
        return keys.ring(tenant, Set.of(subject), Set.of(KeyClass.S2));
    }

    byte[] seal(TenantKey tenant, Comment head, int version, Said said, KeyRing ring) {
        return ring.seal(context(tenant, head, version), said.json());
    }

    /** @throws io.jianmi.core.crypto.IntegrityException when this is not what was written */
    Said open(TenantKey tenant, Comment comment, KeyRing ring) {
        return Said.of(ring.open(context(tenant, comment, comment.textVersion()), comment.sealed()));
    }

    private static CellContext context(TenantKey tenant, Comment comment, int version) {
        // No field has a slash in its key.
        String place = "comment/" + comment.id() + "/" + version;
        return new CellContext(tenant, comment.form(), comment.record(), place, comment.subject(), KeyClass.S2);
    }

    byte[] tag(TenantKey tenant, Comment comment) {
        return seal.tag(tenant, canonical(tenant, comment));
    }

    boolean verifies(TenantKey tenant, Comment comment, byte[] tag) {
        return seal.verifies(tenant, canonical(tenant, comment), tag);
    }

    private static byte[] canonical(TenantKey tenant, Comment comment) {
        return CanonicalJson.array(
                "fp-comment-v1",
                tenant.value(),
                comment.form(),
                comment.record().toString(),
                comment.id().toString(),
                comment.subject().toString(),
                comment.author(),
                comment.version(),
                comment.textVersion(),
                comment.createdAt().toString(),
                text(comment.editedAt()),
                text(comment.deletedAt()),
                comment.deletedBy() == null ? "" : comment.deletedBy());
    }

    private static String text(@Nullable Instant at) {
        return at == null ? "" : at.toString();
    }
}
