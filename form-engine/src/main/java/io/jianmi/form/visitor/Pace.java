package io.jianmi.form.visitor;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often something may happen in a while, by key. Counted in memory, on each node for itself: a key may be somebody's address, which is
 * written down nowhere. Thread-safe.
 */
final class Pace {

    private static final int REMEMBERED = 50_000;

    private final int most;
    private final Duration whilst;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    private record Count(Instant since, int times) {}

    /** @param most times in the while */
    Pace(int most, Duration whilst) {
        this.most = most;
        this.whilst = whilst;
    }

    /** Counts once more; in how many seconds it may happen again, empty when it may happen now. */
    OptionalLong refusal(String key, Instant now) {
        if (counts.size() >= REMEMBERED) {
            forget(now);
        }
        Count count = counts.merge(
                key,
                new Count(now, 1),
                (known, fresh) -> over(known, now) ? fresh : new Count(known.since(), known.times() + 1));
        return count.times() <= most
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(
                        1, Duration.between(now, count.since().plus(whilst)).toSeconds()));
    }

    private boolean over(Count count, Instant now) {
        return !now.isBefore(count.since().plus(whilst));
    }

    /** Who comes from more addresses than can be remembered is slowed down by what holds for the form. */
    private void forget(Instant now) {
        counts.values().removeIf(count -> over(count, now));
        if (counts.size() >= REMEMBERED) {
            counts.clear();
        }
    }
}
