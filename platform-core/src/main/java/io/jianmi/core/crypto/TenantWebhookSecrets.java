package io.jianmi.core.crypto;

import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import java.security.GeneralSecurityException;

/** Secrets of the tenant's keyset. */
final class TenantWebhookSecrets implements WebhookSecrets {

    private final TenantKeysets keysets;

    TenantWebhookSecrets(TenantKeysets keysets) {
        this.keysets = keysets;
    }

    @Override
    public Uni<byte[]> secret(TenantKey tenant, int number) {
        return keysets.load(tenant).map(keyset -> bytes(keyset, number));
    }

    @Override
    public Uni<byte[]> sign(TenantKey tenant, int number, byte[] content) {
        return keysets.load(tenant).map(keyset -> {
            try {
                return Keys.hmac(bytes(keyset, number)).compute(content, Keys.BYTES);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("HMAC-SHA256 is missing", e);
            }
        });
    }

    private static byte[] bytes(TenantKeyset keyset, int number) {
        try {
            return keyset.webhookSecret(number);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF is missing", e);
        }
    }
}
