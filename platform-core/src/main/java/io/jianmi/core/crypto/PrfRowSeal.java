package io.jianmi.core.crypto;

import com.google.crypto.tink.prf.Prf;
import io.jianmi.core.tenant.TenantKey;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/** Row tags under the tenant's row key; tags of older row keys still verify. */
final class PrfRowSeal implements RowSeal {

    private static final int TAG_BYTES = 32;

    private final TenantKeysets keysets;

    PrfRowSeal(TenantKeysets keysets) {
        this.keysets = keysets;
    }

    @Override
    public byte[] tag(TenantKey tenant, byte[] canonicalRow) {
        return tag(keysets.loaded(tenant).rowKeys().get(0), canonicalRow);
    }

    @Override
    public boolean verifies(TenantKey tenant, byte[] canonicalRow, byte[] tag) {
        for (Prf key : keysets.loaded(tenant).rowKeys()) {
            if (MessageDigest.isEqual(tag(key, canonicalRow), tag)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] tag(Prf key, byte[] canonicalRow) {
        try {
            return key.compute(canonicalRow, TAG_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 failed", e);
        }
    }
}
