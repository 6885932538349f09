package io.jianmi.core.crypto;

import io.jianmi.core.tenant.TenantKey;
import java.security.GeneralSecurityException;
import java.time.Duration;

/** Signs tree heads with the tenant's Ed25519 key. Blocks until the key is loaded. */
final class TenantTreeHeadSigner implements TreeHeadSigner {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final TenantKeysets keysets;

    TenantTreeHeadSigner(TenantKeysets keysets) {
        this.keysets = keysets;
    }

    @Override
    public byte[] sign(TenantKey tenant, byte[] message) {
        try {
            return keyset(tenant).signer().sign(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is missing", e);
        }
    }

    @Override
    public byte[] publicKey(TenantKey tenant) {
        return keyset(tenant).publicKey();
    }

    private TenantKeyset keyset(TenantKey tenant) {
        return keysets.load(tenant).await().atMost(TIMEOUT);
    }
}
