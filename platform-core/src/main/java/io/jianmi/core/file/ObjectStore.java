package io.jianmi.core.file;

import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.UUID;

/**
 * Where sealed segments are kept, by file and place. It sees ciphertext and random ids only. The default keeps them in the
 * tenant's schema; a bucket of an object store would be another.
 */
public interface ObjectStore {

    /** Keeps a segment that is not there yet. */
    Uni<Void> put(TenantKey tenant, UUID file, int place, byte[] segment);

    /** The segment, no bytes when there is none. */
    Uni<byte[]> get(TenantKey tenant, UUID file, int place);

    /** Removes all segments of these files; repeating it does no harm. */
    Uni<Void> delete(TenantKey tenant, Collection<UUID> files);
}
