package io.jianmi.bench.load;

import java.time.Duration;

/**
 * How long to run: a warm-up that counts for nothing, then equal windows; zero windows: until every user has ended.
 *
 * @param windowEdge called on the load thread when the first window begins and when the last one ends
 */
public record Plan(Duration warmUp, Duration window, int windows, Runnable windowEdge) {

    /** Runs until every user has ended; all of it is one window. */
    public static Plan untilDone() {
        return new Plan(Duration.ZERO, Duration.ofDays(1), 0, () -> {});
    }
}
