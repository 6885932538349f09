package io.jianmi.core.crypto;

import io.jianmi.core.tenant.TenantKey;

/**
 * Search tokens for values that nobody may compare in clear: truncated HMAC under a key per (tenant, scope, index,
 * epoch) from a root apart from the data keys; definition and vectors in crypto.json.
 */
public interface BlindIndex {

    /**
     * @param scope {@code form/field}
     * @param index name of the mode, such as {@code exact} or {@code last4}
     * @param normalized the normal form of the value (of its last four characters for {@code last4})
     * @param bits width; unused low bits of the last byte are zero
     */
    byte[] token(TenantKey tenant, String scope, String index, String normalized, int bits);
}
