package io.jianmi.core.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.crypto.Sha256;
import io.jianmi.core.json.CanonicalJson;
import java.security.MessageDigest;
import java.util.Base64;

/** Salted commitments to payloads: {@code base64url(SHA-256(0x02 || salt || JCS(payload)))}. */
final class Commitments {

    static final int SALT_LENGTH = 32;

    /** Keeps commitments apart from leaves (0) and nodes (1). */
    private static final byte COMMITMENT = 2;

    private Commitments() {}

    static String of(byte[] salt, JsonNode payload) {
        MessageDigest digest = Sha256.digest();
        digest.update(COMMITMENT);
        digest.update(salt);
        byte[] hash = digest.digest(CanonicalJson.bytes(payload));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}
