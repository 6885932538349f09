package io.jianmi.workflow.automation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Dates and points in time of expressions as moments. Pure. */
final class Moments {

    private Moments() {}

    /**
     * The moment that a value means.
     *
     * @param zone where a date begins, and where a time without an offset is read
     * @return empty for what is neither a date nor a point in time
     */
    static Optional<Instant> of(@Nullable Object value, ZoneId zone) {
        if (value instanceof LocalDate date) {
            return Optional.of(date.atStartOfDay(zone).toInstant());
        }
        if (value instanceof LocalDateTime time) {
            return Optional.of(time.atZone(zone).toInstant());
        }
        if (value instanceof OffsetDateTime time) {
            return Optional.of(time.toInstant());
        }
        return value instanceof ZonedDateTime time ? Optional.of(time.toInstant()) : Optional.empty();
    }
}
