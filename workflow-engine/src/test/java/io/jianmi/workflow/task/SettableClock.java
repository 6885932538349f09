package io.jianmi.workflow.task;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that a test sets. Each look at it is a millisecond later than the one before, so that what happens, and its ids, have an order. */
final class SettableClock implements InstantSource {

    private static final long MILLI = 1_000_000;

    /** Of the epoch, in nanoseconds. */
    private final AtomicLong now =
            new AtomicLong(Instant.parse("2026-09-28T01:00:00Z").getEpochSecond() * 1_000_000_000L);

    @Override
    public Instant instant() {
        return Instant.EPOCH.plusNanos(now.addAndGet(MILLI));
    }

    void forward(Duration more) {
        now.addAndGet(more.toNanos());
    }

    void set(Instant at) {
        now.set(at.getEpochSecond() * 1_000_000_000L);
    }
}
