package io.jianmi.workflow.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.calendar.Hours;
import io.jianmi.core.calendar.WorkingCalendar;
import io.jianmi.workflow.figure.Decided.Stay;
import io.jianmi.workflow.figure.Figures.Line;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiguresTest {

    /** A Monday. */
    private static final Instant BEGIN = Instant.parse("2026-11-23T08:00:00Z");

    private static final UUID ONE = new UUID(1, 1);

    @Test
    void ofTenTimesTheFifthIsTheMedianAndTheNinthIsMost() {
        List<Duration> ten =
                IntStream.rangeClosed(1, 10).mapToObj(Duration::ofHours).toList();

        assertThat(Figures.share(ten, 0.5)).contains(Duration.ofHours(5));
        assertThat(Figures.share(ten, 0.9)).contains(Duration.ofHours(9));
        assertThat(Figures.share(ten.subList(0, 1), 0.9)).contains(Duration.ofHours(1));
        assertThat(Figures.share(List.of(), 0.5)).isEmpty();
    }

    @Test
    void aStepOfSeveralSignersCountsOnceAndEachSignerForHimself() {
        Figures figures = figures(List.of(
                decided("a", "mia", 0, 2, ONE, Optional.of(stay(0, 4))),
                decided("a", "max", 1, 4, ONE, Optional.of(stay(0, 4))),
                decided("a", "max", 0, 1, new UUID(2, 2), Optional.empty())));

        assertThat(line(figures, "a").passed()).isEqualTo(1);
        assertThat(line(figures, "a").median()).contains(Duration.ofHours(4));
        assertThat(figures.people()).extracting(Line::key).containsExactly("max", "mia");
        assertThat(figures.people().get(0).median()).contains(Duration.ofHours(1));
        assertThat(figures.people().get(0).most()).contains(Duration.ofHours(3));
    }

    @Test
    void whoHasMostToDoStandsFirst() {
        Figures figures = new Figures(
                List.of(decided("a", "mia", 0, 1, ONE, Optional.empty())),
                List.of(new Standing("a", "max", 2, 1), new Standing("b", "max", 1, 0)),
                Optional.empty());

        Line max = figures.people().get(0);
        assertThat(max.key()).isEqualTo("max");
        assertThat(max.open()).isEqualTo(3);
        assertThat(max.overdue()).isEqualTo(1);
        assertThat(max.median()).isEmpty();
        assertThat(figures.nodes()).containsOnlyKeys("a", "b");
    }

    @Test
    void nightsAndWeekendsDoNotCountWhereACalendarIsInUse() {
        WorkingCalendar office = new WorkingCalendar(
                ZoneOffset.UTC, Map.of(DayOfWeek.MONDAY, List.of(new Hours(8 * 60, 12 * 60))), Map.of());
        Figures figures = new Figures(
                List.of(decided("a", "mia", 0, 24 * 7 + 1, ONE, Optional.of(stay(0, 24 * 7 + 1)))),
                List.of(),
                Optional.of(office));

        assertThat(line(figures, "a").median()).contains(Duration.ofHours(5));
    }

    private static Figures figures(List<Decided> decided) {
        return new Figures(decided, List.of(), Optional.empty());
    }

    private static Line line(Figures figures, String node) {
        return Objects.requireNonNull(figures.nodes().get(node));
    }

    private static Decided decided(String node, String who, int asked, int at, UUID visit, Optional<Stay> stay) {
        return new Decided(
                node, who, BEGIN.plus(Duration.ofHours(asked)), BEGIN.plus(Duration.ofHours(at)), visit, stay);
    }

    private static Stay stay(int from, int to) {
        return new Stay(BEGIN.plus(Duration.ofHours(from)), BEGIN.plus(Duration.ofHours(to)));
    }
}
