package io.jianmi.core.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * When people work: hours per weekday, and dates that are otherwise (holidays, and the weekend days that China makes up for
 * them). Arithmetic is on the time line: where a zone's clock jumps, an hour of work is still an hour.
 */
public final class WorkingCalendar {

    private final ZoneId zone;
    private final Map<DayOfWeek, List<Hours>> week;
    private final NavigableMap<LocalDate, List<Hours>> dates;

    /**
     * @param week at least one day with hours, sorted and not overlapping; a day that is not named is free
     * @param dates hours of dates that are not as their weekday; none: a holiday
     */
    public WorkingCalendar(ZoneId zone, Map<DayOfWeek, List<Hours>> week, Map<LocalDate, List<Hours>> dates) {
        this.zone = zone;
        this.week = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, hours) -> this.week.put(day, List.copyOf(hours)));
        this.dates = new TreeMap<>();
        dates.forEach((date, hours) -> this.dates.put(date, List.copyOf(hours)));
        if (this.week.values().stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException("somebody works on some weekday");
        }
    }

    public ZoneId zone() {
        return zone;
    }

    /** Hours worked on a date; none when it is free. */
    public List<Hours> on(LocalDate date) {
        List<Hours> given = dates.get(date);
        return given == null ? week.getOrDefault(date.getDayOfWeek(), List.of()) : given;
    }

    /**
     * The moment at which so much working time has passed: first whole working days (the same time of day on the so-manieth
     * working day after), then hours of work. A span of zero ends where it begins; what begins outside working hours begins
     * with the next ones; what ends with a day ends in its evening, not the next morning.
     */
    public Instant after(Instant from, Span span) {
        if (span.isZero()) {
            return from;
        }
        Instant at = days(next(from), span.days());
        return span.time().isZero() ? at : hours(at, span.time());
    }

    /** How much of the time between two moments is worked; none when the second is not after the first. */
    public Duration worked(Instant from, Instant to) {
        Duration worked = Duration.ZERO;
        LocalDate last = LocalDate.ofInstant(to, zone);
        for (LocalDate date = LocalDate.ofInstant(from, zone); !date.isAfter(last); date = date.plusDays(1)) {
            for (Hours hours : on(date)) {
                Instant begins = moment(date, hours.from());
                Instant ends = moment(date, hours.to());
                Duration both = Duration.between(begins.isBefore(from) ? from : begins, ends.isAfter(to) ? to : ends);
                worked = both.isNegative() ? worked : worked.plus(both);
            }
        }
        return worked;
    }

    /** The moment itself while people work, else the next one at which they begin. */
    private Instant next(Instant from) {
        LocalDate date = LocalDate.ofInstant(from, zone);
        while (true) {
            for (Hours hours : on(date)) {
                if (from.isBefore(moment(date, hours.to()))) {
                    Instant begins = moment(date, hours.from());
                    return from.isBefore(begins) ? begins : from;
                }
            }
            date = working(date.plusDays(1));
        }
    }

    private Instant days(Instant from, int days) {
        if (days == 0) {
            return from;
        }
        LocalDateTime local = LocalDateTime.ofInstant(from, zone);
        LocalDate date = local.toLocalDate();
        for (int i = 0; i < days; i++) {
            date = working(date.plusDays(1));
        }
        return within(date, local.toLocalTime());
    }

    /** That time of day where people work then; else when they begin again that day, or the day's end. */
    private Instant within(LocalDate date, LocalTime time) {
        Instant wanted = date.atTime(time).atZone(zone).toInstant();
        List<Hours> all = on(date);
        for (Hours hours : all) {
            if (!wanted.isAfter(moment(date, hours.to()))) {
                Instant begins = moment(date, hours.from());
                return wanted.isBefore(begins) ? begins : wanted;
            }
        }
        return moment(date, all.get(all.size() - 1).to());
    }

    private Instant hours(Instant from, Duration time) {
        Duration left = time;
        LocalDate date = LocalDate.ofInstant(from, zone);
        while (true) {
            for (Hours hours : on(date)) {
                Instant begins = moment(date, hours.from());
                Instant start = begins.isBefore(from) ? from : begins;
                Duration worked = Duration.between(start, moment(date, hours.to()));
                if (worked.compareTo(left) >= 0) {
                    return start.plus(left);
                }
                left = worked.isNegative() ? left : left.minus(worked);
            }
            date = working(date.plusDays(1));
        }
    }

    /** The first date from this one on that is worked: exceptions are finite, and some weekday has hours. */
    private LocalDate working(LocalDate from) {
        LocalDate date = from;
        while (on(date).isEmpty()) {
            date = date.plusDays(1);
        }
        return date;
    }

    /** Where the clock jumps over a time, the moment after the jump; where it comes twice, the first. */
    private Instant moment(LocalDate date, int minute) {
        int perDay = 24 * 60;
        return minute == perDay
                ? date.plusDays(1).atStartOfDay(zone).toInstant()
                : date.atTime(LocalTime.ofSecondOfDay(minute * 60L))
                        .atZone(zone)
                        .toInstant();
    }
}
