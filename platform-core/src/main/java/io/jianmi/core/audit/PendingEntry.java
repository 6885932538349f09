package io.jianmi.core.audit;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the business transaction inserts it into {@code audit_pending}: complete but for its number.
 *
 * @param context canonical JSON (RFC 8785) of the {@code ctx} object
 * @param commitment base64url of the payload commitment, null without payload
 * @param salt 32 random bytes, destroyed with the payload
 * @param payload ciphertext under the subject's key
 */
public record PendingEntry(
        UUID id,
        OffsetDateTime at,
        String actor,
        String action,
        String object,
        boolean allowed,
        String context,
        @Nullable String commitment,
        byte @Nullable [] salt,
        byte @Nullable [] payload,
        @Nullable UUID subject) {}
