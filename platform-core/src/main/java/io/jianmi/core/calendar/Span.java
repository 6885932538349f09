package io.jianmi.core.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A length of time as definitions write it (ISO 8601, {@code P2DT4H}). Days are kept apart from hours: by a working calendar
 * {@code P1D} is a working day, however long that is, and {@code PT24H} are twenty-four hours of work.
 *
 * @param days 0 or more
 * @param time below the days, not negative
 */
public record Span(int days, Duration time) {

    /** No term of a step is longer: a year and a day. */
    public static final Duration LONGEST = Duration.ofDays(366);

    public static final Span ZERO = new Span(0, Duration.ZERO);

    private static final Pattern TEXT = Pattern.compile("P(?:(\\d+)D)?(?:T(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+)S)?)?");
    private static final int MOST_DIGITS = 9;

    /** What is longer is refused when a definition is published; it is read as this much, so that counting always ends. */
    private static final int MOST_DAYS = 10_000;

    public Span {
        if (days < 0 || time.isNegative()) {
            throw new IllegalArgumentException("a span does not go back");
        }
    }

    /** Empty for what is no duration. */
    public static Optional<Span> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches() || text.endsWith("P") || text.endsWith("T")) {
            return Optional.empty();
        }
        Duration time = Duration.ofHours(number(parts.group(2)))
                .plusMinutes(number(parts.group(3)))
                .plusSeconds(number(parts.group(4)));
        Duration most = Duration.ofDays(MOST_DAYS);
        return Optional.of(
                new Span((int) Math.min(MOST_DAYS, number(parts.group(1))), time.compareTo(most) > 0 ? most : time));
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits.substring(0, Math.min(MOST_DIGITS, digits.length())));
    }

    public boolean isZero() {
        return days == 0 && time.isZero();
    }

    /** Whether it is no longer than {@link #LONGEST}, a day counted as 24 hours. */
    public boolean bounded() {
        return Duration.ofDays(days).plus(time).compareTo(LONGEST) <= 0;
    }

    /** Counted by the clock alone, a day being 24 hours. */
    public Instant after(Instant from) {
        return from.plus(Duration.ofDays(days)).plus(time);
    }
}
