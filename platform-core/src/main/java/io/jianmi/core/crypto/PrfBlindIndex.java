package io.jianmi.core.crypto;

import io.jianmi.core.tenant.TenantKey;
import java.security.GeneralSecurityException;

/** Blind index tokens under the tenant's index root. */
final class PrfBlindIndex implements BlindIndex {

    private final TenantKeysets keysets;

    PrfBlindIndex(TenantKeysets keysets) {
        this.keysets = keysets;
    }

    @Override
    public byte[] token(TenantKey tenant, String scope, String index, String normalized, int bits) {
        try {
            return IndexToken.of(keysets.loaded(tenant).index(scope, index), normalized, bits);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 failed", e);
        }
    }
}
