package io.jianmi.core.pace;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How fast something may happen, by key: a bucket that holds as many as may happen in a while and fills at that pace. Counted in memory,
 * on each node for itself: a key may be somebody's address, which is written down nowhere. Thread-safe.
 */
public final class Pace<K> {

    private static final int REMEMBERED = 50_000;

    private final Duration whilst;
    private final Map<K, Bucket> buckets = new ConcurrentHashMap<>();

    public Pace(Duration whilst) {
        this.whilst = whilst;
    }

    /** @param left how many may happen at once; below 0 after one that could not */
    private record Bucket(double left, Instant at) {}

    /**
     * Takes one, if there is one.
     *
     * @param most how many may happen in the while
     * @return full seconds to wait when there was none left
     */
    public OptionalLong take(K key, int most, Instant now) {
        if (buckets.size() >= REMEMBERED) {
            forget(now);
        }
        Bucket bucket = buckets.compute(key, (same, before) -> new Bucket(held(before, most, now) - 1, now));
        return bucket.left() >= 0
                ? OptionalLong.empty()
                : OptionalLong.of((long) Math.max(1, Math.ceil(-bucket.left() * whilst.toMillis() / most / 1_000)));
    }

    /** Who had to wait does not wait longer for having asked. */
    private double held(@Nullable Bucket before, int most, Instant now) {
        if (before == null) {
            return most;
        }
        double since = Duration.between(before.at(), now).toMillis();
        return Math.min(most, Math.max(before.left(), 0) + most * since / whilst.toMillis());
    }

    /** Those that are full again say nothing; beyond what can be remembered all begin anew. */
    private void forget(Instant now) {
        buckets.values().removeIf(bucket -> !now.isBefore(bucket.at().plus(whilst)));
        if (buckets.size() >= REMEMBERED) {
            buckets.clear();
        }
    }
}
