package io.jianmi.core.crypto;

import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import java.security.GeneralSecurityException;

/** Marks under a key of the tenant's keyset. */
final class TenantKeyedMarks implements KeyedMarks {

    private final TenantKeysets keysets;

    TenantKeyedMarks(TenantKeysets keysets) {
        this.keysets = keysets;
    }

    @Override
    public Uni<byte[]> mark(TenantKey tenant, Use use, byte[] content) {
        return keysets.load(tenant).map(keyset -> {
            try {
                return Keys.hmac(keyset.markKey(use)).compute(content, Keys.BYTES);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("HMAC-SHA256 is missing", e);
            }
        });
    }
}
