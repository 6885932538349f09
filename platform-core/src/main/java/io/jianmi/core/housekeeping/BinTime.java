package io.jianmi.core.housekeeping;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long what was thrown away or changed in bulk can be brought back: {@code jianmi.bin.days}, the one place that says so. */
@Singleton
public final class BinTime {

    private final Duration kept;

    public BinTime(@ConfigProperty(name = "jianmi.bin.days", defaultValue = "30") int days) {
        this.kept = Duration.ofDays(days);
    }

    /** Until when what was done then can be brought back. */
    public Instant ends(Instant done) {
        return done.plus(kept);
    }

    /** What was done before this is done for good. */
    public Instant began(Instant now) {
        return now.minus(kept);
    }
}
