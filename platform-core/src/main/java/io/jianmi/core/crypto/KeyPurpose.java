package io.jianmi.core.crypto;

import io.jianmi.core.json.CanonicalJson;
import io.jianmi.core.tenant.TenantKey;
import java.util.Arrays;
import java.util.Optional;

/** What a tenant's own key is for; each is wrapped by the key service on its own. */
enum KeyPurpose {
    KEK_S2("kek-S2", "S2", "XAES-256-GCM"),
    KEK_S3("kek-S3", "S3", "XAES-256-GCM"),
    KEK_S4("kek-S4", "S4", "XAES-256-GCM"),
    INDEX_ROOT("index-root", "index-root", "HKDF-SHA256"),
    ROW_KEY("row-key", "row-key", "HMAC-SHA256"),
    AUDIT_SIGNING("audit-signing", "audit-signing", "Ed25519");

    private final String key;
    private final String keyClass;
    private final String algorithm;

    KeyPurpose(String key, String keyClass, String algorithm) {
        this.key = key;
        this.keyClass = keyClass;
        this.algorithm = algorithm;
    }

    static KeyPurpose wrapping(KeyClass keyClass) {
        return switch (keyClass) {
            case S2 -> KEK_S2;
            case S3 -> KEK_S3;
            case S4 -> KEK_S4;
        };
    }

    static Optional<KeyPurpose> parse(String key) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.key.equals(key))
                .findFirst();
    }

    /** The word in {@code platform.keyset}. */
    String key() {
        return key;
    }

    /** What the key is used with. */
    String algorithm() {
        return algorithm;
    }

    /** What the key service binds the wrapped key to, so that no two tenants' keys can be swapped. */
    byte[] associatedData(TenantKey tenant) {
        return CanonicalJson.array("fp-kek-v1", tenant.value(), keyClass);
    }
}
