package io.jianmi.core.crypto;

import io.jianmi.core.tenant.TenantKey;

/** Keyed tags over canonical rows, so that editing a row by SQL is noticed on read. */
public interface RowSeal {

    /** HMAC-SHA256 of the canonical row under the tenant's row key, 32 bytes. */
    byte[] tag(TenantKey tenant, byte[] canonicalRow);

    /** Constant-time comparison. */
    boolean verifies(TenantKey tenant, byte[] canonicalRow, byte[] tag);
}
