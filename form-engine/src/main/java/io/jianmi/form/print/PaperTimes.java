package io.jianmi.form.print;

import io.jianmi.form.print.PaperWords.Length;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Days, hours and lengths of time as people write them; what is none stays as it is. Pure.
 *
 * @param zone where the installation stands
 */
record PaperTimes(PaperWords words, ZoneId zone) {

    /** A calendar day. */
    String day(String text) {
        try {
            return words.day.format(LocalDate.parse(text));
        } catch (DateTimeException noDay) {
            return text;
        }
    }

    /** A point in time where the installation stands. */
    String point(String text) {
        try {
            return words.point.withZone(zone).format(Instant.parse(text));
        } catch (DateTimeException noTime) {
            return text;
        }
    }

    /** In days, hours, minutes and seconds. */
    String length(String text) {
        Duration whole;
        try {
            whole = Duration.parse(text);
        } catch (DateTimeException noLength) {
            return text;
        }
        Map<Length, Long> parts = new EnumMap<>(Length.class);
        parts.put(Length.DAY, whole.toDays());
        parts.put(Length.HOUR, whole.toHours() % 24);
        parts.put(Length.MINUTE, whole.toMinutes() % 60);
        parts.put(Length.SECOND, whole.toSeconds() % 60);
        List<String> told = new ArrayList<>();
        parts.forEach((unit, count) -> {
            if (count != 0) {
                told.add(words.unit(unit, count));
            }
        });
        return told.isEmpty() ? words.unit(Length.MINUTE, 0) : String.join(" ", told);
    }
}
