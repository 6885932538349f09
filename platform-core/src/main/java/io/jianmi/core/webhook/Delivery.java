package io.jianmi.core.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to another system, however often it is tried.
 *
 * @param id what receivers know it by ({@code webhook-id})
 * @param url where it goes
 * @param about ids for its source, JSON
 * @param attempts tries so far
 * @param code what the last try ended with: an HTTP status or a problem's code
 * @param nextAt when it is tried again; null when it is not
 */
record Delivery(
        UUID id,
        String event,
        String url,
        String source,
        String about,
        Status status,
        int attempts,
        @Nullable String code,
        Instant createdAt,
        @Nullable Instant lastAt,
        @Nullable Instant nextAt) {

    enum Status {
        /** To be tried, or tried again. */
        WAITING,
        /** The receiver has said yes. */
        DELIVERED,
        /** Not tried any more. */
        FAILED
    }
}
