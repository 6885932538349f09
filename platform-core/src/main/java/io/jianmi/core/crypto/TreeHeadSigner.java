package io.jianmi.core.crypto;

import io.jianmi.core.tenant.TenantKey;

/** Signs tree heads with the log key of a tenant (Ed25519, RFC 8032). May block. */
public interface TreeHeadSigner {

    /** The raw signature, 64 bytes. */
    byte[] sign(TenantKey tenant, byte[] message);

    /** The raw public key, 32 bytes. */
    byte[] publicKey(TenantKey tenant);
}
