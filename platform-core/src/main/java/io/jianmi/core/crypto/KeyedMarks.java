package io.jianmi.core.crypto;

import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;

/** Marks by which a tenant knows content again of which it keeps nothing else: who has no key cannot even confirm a guess. */
public interface KeyedMarks {

    /** What is marked, each under a key that serves nothing else. */
    enum Use {
        /** What is handed to a stranger and taken back later. */
        CHALLENGE("jianmi-challenge-v1"),
        /** What a request says that must not be done twice. */
        REQUEST("jianmi-request-v1");

        private final String info;

        Use(String info) {
            this.info = info;
        }

        String info() {
            return info;
        }
    }

    /** HMAC-SHA256 of the content, 32 bytes. Fails with {@link CryptoProblem#KMS_UNAVAILABLE}. */
    Uni<byte[]> mark(TenantKey tenant, Use use, byte[] content);
}
