package io.jianmi.core.crypto;

import io.jianmi.core.json.CanonicalJson;
import io.jianmi.core.tenant.TenantKey;

/** What a tenant's own key is for; each is wrapped by the key service on its own. */
enum KeyPurpose {
    KEK_S2("kek-S2", "S2"),
    KEK_S3("kek-S3", "S3"),
    KEK_S4("kek-S4", "S4"),
    INDEX_ROOT("index-root", "index-root"),
    ROW_KEY("row-key", "row-key"),
    AUDIT_SIGNING("audit-signing", "audit-signing");

    private final String key;
    private final String keyClass;

    KeyPurpose(String key, String keyClass) {
        this.key = key;
        this.keyClass = keyClass;
    }

    static KeyPurpose wrapping(KeyClass keyClass) {
        return switch (keyClass) {
            case S2 -> KEK_S2;
            case S3 -> KEK_S3;
            case S4 -> KEK_S4;
        };
    }

    /** The word in {@code platform.keyset}. */
    String key() {
        return key;
    }

    /** What the key service binds the wrapped key to, so that no two tenants' keys can be swapped. */
    byte[] associatedData(TenantKey tenant) {
        return CanonicalJson.array("fp-kek-v1", tenant.value(), keyClass);
    }
}
