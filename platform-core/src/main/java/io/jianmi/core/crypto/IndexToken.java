package io.jianmi.core.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.prf.Prf;
import io.jianmi.core.json.CanonicalJson;
import java.security.GeneralSecurityException;

/** Exact bytes of blind index keys and tokens: HKDF-SHA256 per (tenant, scope, index, epoch), truncated HMAC-SHA256. */
final class IndexToken {

    private static final int MAX_BITS = 256;

    private IndexToken() {}

    static byte[] keyBytes(byte[] root, String tenant, String scope, String index, int epoch)
            throws GeneralSecurityException {
        return Keys.derive(root, CanonicalJson.array("bidx-v1", tenant, scope, index, epoch));
    }

    static Prf key(byte[] root, String tenant, String scope, String index, int epoch) throws GeneralSecurityException {
        return Keys.hmac(keyBytes(root, tenant, scope, index, epoch));
    }

    /** @param bits between 1 and 256; the unused low bits of the last byte are zero */
    static byte[] of(Prf key, String normalized, int bits) throws GeneralSecurityException {
        if (bits < 1 || bits > MAX_BITS) {
            throw new IllegalArgumentException("bits out of range: " + bits);
        }
        int bytes = (bits + Byte.SIZE - 1) / Byte.SIZE;
        byte[] token = key.compute(normalized.getBytes(UTF_8), bytes);
        int unused = bytes * Byte.SIZE - bits;
        token[bytes - 1] &= (byte) (0xFF << unused);
        return token;
    }
}
