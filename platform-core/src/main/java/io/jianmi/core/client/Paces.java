package io.jianmi.core.client;

import io.jianmi.core.identity.ClientPrincipal;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How fast each client asks, on this node: a bucket that holds as many requests as it may make in a minute and fills at that pace.
 * Thread-safe.
 */
@Singleton
final class Paces {

    private static final int MOST = 20_000;
    private static final double MINUTE = Duration.ofMinutes(1).toMillis();

    private final InstantSource clock;
    private final Map<UUID, Bucket> buckets = new ConcurrentHashMap<>();

    Paces(InstantSource clock) {
        this.clock = clock;
    }

    private record Bucket(double left, Instant at) {}

    /** Takes one request; full seconds to wait when there was none left. */
    OptionalLong take(ClientPrincipal client) {
        Instant now = clock.instant();
        if (buckets.size() > MOST) {
            buckets.clear();
        }
        Bucket bucket = buckets.compute(client.client(), (id, before) -> {
            double held = before == null
                    ? client.perMinute()
                    : Math.min(
                            client.perMinute(),
                            Math.max(before.left(), 0)
                                    + client.perMinute()
                                            * Duration.between(before.at(), now).toMillis()
                                            / MINUTE);
            return new Bucket(held - 1, now);
        });
        return bucket.left() >= 0
                ? OptionalLong.empty()
                : OptionalLong.of((long) Math.max(1, Math.ceil(-bucket.left() * MINUTE / client.perMinute() / 1_000)));
    }
}
