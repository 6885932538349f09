package io.jianmi.workflow.figure;

import static java.util.stream.Collectors.groupingBy;

import io.jianmi.core.calendar.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** What was decided and what stands, by step and by person. Times are working time where a calendar is in use, else by the clock. Pure. */
final class Figures {

    private static final double MEDIAN = 0.5;
    private static final double MOST = 0.9;

    private final List<Decided> decided;
    private final List<Standing> standing;
    private final Optional<WorkingCalendar> calendar;

    Figures(List<Decided> decided, List<Standing> standing, Optional<WorkingCalendar> calendar) {
        this.decided = decided;
        this.standing = standing;
        this.calendar = calendar;
    }

    /**
     * @param passed how often a step was decided, or how many tasks a person has
     * @param median empty when nothing was decided
     * @param most of ten, nine took no longer
     */
    record Line(String key, long open, long overdue, int passed, Optional<Duration> median, Optional<Duration> most) {}

    /** One line per step at which anything stands or was decided, in no order. A step of several signers counts once. */
    Map<String, Line> nodes() {
        Map<UUID, Decided> visits = new LinkedHashMap<>();
        decided.stream().filter(one -> one.stay().isPresent()).forEach(one -> visits.putIfAbsent(one.visit(), one));
        Map<String, List<Duration>> took = durations(
                visits.values(),
                Decided::node,
                one -> one.stay()
                        .map(stay -> between(stay.opened(), stay.closed()))
                        .orElse(Duration.ZERO));
        return lines(took, Standing::node);
    }

    /** One line per person; most to do first, then who has decided most. */
    List<Line> people() {
        Map<String, List<Duration>> took = durations(decided, Decided::assignee, one -> between(one.asked(), one.at()));
        return lines(took, Standing::assignee).values().stream()
                .sorted(Comparator.comparingLong(Line::open)
                        .thenComparingInt(Line::passed)
                        .reversed()
                        .thenComparing(Line::key))
                .toList();
    }

    private Map<String, Line> lines(Map<String, List<Duration>> took, Function<Standing, String> key) {
        Map<String, List<Standing>> open = standing.stream().collect(groupingBy(key));
        Set<String> keys = new LinkedHashSet<>(open.keySet());
        keys.addAll(took.keySet());
        Map<String, Line> lines = new LinkedHashMap<>();
        for (String one : keys) {
            List<Standing> stands = open.getOrDefault(one, List.of());
            List<Duration> durations = new ArrayList<>(took.getOrDefault(one, List.of()));
            Collections.sort(durations);
            lines.put(
                    one,
                    new Line(
                            one,
                            stands.stream().mapToLong(Standing::open).sum(),
                            stands.stream().mapToLong(Standing::overdue).sum(),
                            durations.size(),
                            share(durations, MEDIAN),
                            share(durations, MOST)));
        }
        return lines;
    }

    private static Map<String, List<Duration>> durations(
            Iterable<Decided> decided, Function<Decided, String> key, Function<Decided, Duration> duration) {
        Map<String, List<Duration>> durations = new LinkedHashMap<>();
        decided.forEach(one -> durations
                .computeIfAbsent(key.apply(one), ignored -> new ArrayList<>())
                .add(duration.apply(one)));
        return durations;
    }

    private Duration between(Instant from, Instant to) {
        Duration elapsed = calendar.map(hours -> hours.worked(from, to)).orElseGet(() -> Duration.between(from, to));
        return elapsed.isNegative() ? Duration.ZERO : elapsed;
    }

    /** The least value that so large a share does not exceed, as {@code percentile_disc} of SQL (ISO 9075-2, 10.9). */
    static Optional<Duration> share(List<Duration> sorted, double share) {
        int at = Math.max(1, (int) Math.ceil(share * sorted.size()));
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(at - 1));
    }
}
