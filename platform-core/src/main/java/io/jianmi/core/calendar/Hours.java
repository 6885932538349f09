package io.jianmi.core.calendar;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of working time within one day.
 *
 * @param from minute of the day, 0 to 1439
 * @param to minute of the day after the last one worked, at most 1440
 */
public record Hours(int from, int to) {

    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-4]):([0-5]\\d)");

    public Hours {
        if (from < 0 || to <= from || to > DAY) {
            throw new IllegalArgumentException("working hours lie within one day");
        }
    }

    /** Minute of the day of {@code 09:30}; {@code 24:00} is its end. Empty for what is no time of day. */
    static Optional<Integer> minute(String text) {
        Matcher parts = TIME.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int minute = Integer.parseInt(parts.group(1)) * HOUR + Integer.parseInt(parts.group(2));
        return minute <= DAY ? Optional.of(minute) : Optional.empty();
    }

    static String text(int minute) {
        return "%02d:%02d".formatted(minute / HOUR, minute % HOUR);
    }
}
