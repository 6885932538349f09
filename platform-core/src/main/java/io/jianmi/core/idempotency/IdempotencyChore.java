package io.jianmi.core.idempotency;

import io.jianmi.core.housekeeping.AgeChore;
import io.jianmi.core.housekeeping.Outdated;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** Forgets Idempotency-Keys after a day: by then nobody repeats a request whose answer was lost. */
@Singleton
public final class IdempotencyChore extends AgeChore {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int SOME = 5_000;

    public IdempotencyChore(InstantSource clock) {
        super("idempotency-keys", new Outdated("idempotency", "created_at"), KEPT, SOME, clock);
    }
}
