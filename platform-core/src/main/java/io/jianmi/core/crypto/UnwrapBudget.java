package io.jianmi.core.crypto;

import io.jianmi.core.problem.ProblemException;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** Counts unwrapped data keys per minute of the clock; beyond the limit it refuses, and says so once in the log. */
final class UnwrapBudget {

    private static final Logger LOG = Logger.getLogger(UnwrapBudget.class);
    private static final long MINUTE_MILLIS = 60_000;

    private final InstantSource clock;
    private final long perMinute;
    private final AtomicReference<Window> window = new AtomicReference<>(new Window(0, 0));

    private record Window(long minute, long spent) {}

    UnwrapBudget(InstantSource clock, long perMinute) {
        this.clock = clock;
        this.perMinute = perMinute;
    }

    /** @throws ProblemException {@link CryptoProblem#UNWRAP_BUDGET} */
    void spend(int keys) {
        long minute = clock.millis() / MINUTE_MILLIS;
        Window now = window.updateAndGet(
                old -> old.minute() == minute ? new Window(minute, old.spent() + keys) : new Window(minute, keys));
        if (now.spent() > perMinute) {
            if (now.spent() - keys <= perMinute) {
                LOG.errorf("crypto.unwrap-budget %d keys in a minute: more are refused until it is over", perMinute);
            }
            throw ProblemException.of(CryptoProblem.UNWRAP_BUDGET);
        }
    }
}
