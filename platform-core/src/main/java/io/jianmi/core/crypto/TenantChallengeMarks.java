package io.jianmi.core.crypto;

import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import java.security.GeneralSecurityException;

/** Marks under a key of the tenant's keyset. */
final class TenantChallengeMarks implements ChallengeMarks {

    private final TenantKeysets keysets;

    TenantChallengeMarks(TenantKeysets keysets) {
        this.keysets = keysets;
    }

    @Override
    public Uni<byte[]> mark(TenantKey tenant, byte[] content) {
        return keysets.load(tenant).map(keyset -> {
            try {
                return Keys.hmac(keyset.challengeKey()).compute(content, Keys.BYTES);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("HMAC-SHA256 is missing", e);
            }
        });
    }
}
