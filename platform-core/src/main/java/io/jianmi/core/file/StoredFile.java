package io.jianmi.core.file;

import io.jianmi.core.crypto.FileKey;
import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.tenant.TenantKey;
import io.vertx.core.buffer.Buffer;
import java.util.UUID;

/**
 * A file as its row has it, nothing opened.
 *
 * @param attached whether a record holds it
 */
public record StoredFile(
        TenantKey tenant, UUID id, MemberId uploader, boolean attached, FileHome home, Buffer facts, Buffer key) {

    /** Name, size and type; throws {@link io.jianmi.core.crypto.IntegrityException} for a row that was edited. */
    public FileFacts facts(KeyRing ring) {
        return FileFacts.of(ring.open(home.facts(tenant, id), facts.getBytes()));
    }

    /** False when the key of the person whom it is about is destroyed. */
    public boolean readable(KeyRing ring) {
        return ring.has(home.facts(tenant, id));
    }

    FileKey key(KeyRing ring) {
        return FileKey.unwrap(ring, home.key(tenant, id), key.getBytes());
    }
}
