package io.jianmi.core.crypto;

import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;

/**
 * The secrets under which a tenant signs what it sends: derived from its own root (HKDF-SHA256), so that nothing has to be
 * kept, and counted, so that one can be replaced.
 */
public interface WebhookSecrets {

    /** 32 bytes that receivers are given. Fails with {@link CryptoProblem#KMS_UNAVAILABLE}. */
    Uni<byte[]> secret(TenantKey tenant, int number);

    /** HMAC-SHA256 of the content under that secret. Fails as {@link #secret} does. */
    Uni<byte[]> sign(TenantKey tenant, int number, byte[] content);
}
