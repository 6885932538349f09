package io.jianmi.core.crypto;

import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;

/** Marks what a tenant hands to a stranger and takes back later, so that nothing of it has to be kept meanwhile. */
public interface ChallengeMarks {

    /** HMAC-SHA256 of the content, 32 bytes, under a key of the tenant that serves nothing else. Fails with {@link CryptoProblem#KMS_UNAVAILABLE}. */
    Uni<byte[]> mark(TenantKey tenant, byte[] content);
}
