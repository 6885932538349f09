package io.jianmi.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Moments are local to the calendar's zone. */
class WorkingCalendarTest {

    private static final String OFFICE = """
            "monday": [H], "tuesday": [H], "wednesday": [H], "thursday": [H], "friday": [H]
            """.replace("[H]", """
            [{"from": "09:00", "to": "12:00"}, {"from": "13:00", "to": "18:00"}]""");

    /** China's national holiday of 2026: 1 to 7 October, made up for on 20 September and 10 October. */
    private static final String CHINA = """
            {"zone": "Asia/Shanghai", "week": {%s},
             "holidays": [{"date": "2026-10-01", "title": "国庆节"}, {"date": "2026-10-02"}, {"date": "2026-10-03"},
              {"date": "2026-10-04"}, {"date": "2026-10-05"}, {"date": "2026-10-06"}, {"date": "2026-10-07"}],
             "workdays": [{"date": "2026-09-20", "title": "补班"},
              {"date": "2026-10-10", "hours": [{"from": "10:00", "to": "15:00"}]}]}
            """.formatted(OFFICE);

    /** Nights, and hours over the moment at which the clock jumps (29 March and 25 October 2026 in Berlin). */
    private static final String NIGHTS = """
            {"zone": "Europe/Berlin", "week": {"saturday": [{"from": "20:00", "to": "24:00"}],
             "sunday": [{"from": "00:00", "to": "06:00"}]}}
            """;

    private static final String ALWAYS = """
            {"zone": "America/New_York", "week": {"monday": [D], "tuesday": [D], "wednesday": [D], "thursday": [D],
             "friday": [D], "saturday": [D], "sunday": [D]}}
            """.replace("[D]", "[{\"from\": \"00:00\", \"to\": \"24:00\"}]");

    private static final Map<String, String> CALENDARS = Map.of("china", CHINA, "nights", NIGHTS, "always", ALWAYS);

    @ParameterizedTest(name = "{0}: from {1} to {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "china | 2026-11-23T09:00 | 2026-11-23T11:00 | PT2H",
                "china | 2026-11-23T11:00 | 2026-11-23T14:00 | PT2H",
                "china | 2026-11-23T12:10 | 2026-11-23T12:50 | PT0S",
                "china | 2026-11-20T17:00 | 2026-11-23T10:00 | PT2H",
                "china | 2026-09-30T17:00 | 2026-10-09T09:30 | PT9H30M",
                "china | 2026-10-09T17:00 | 2026-10-10T23:00 | PT6H",
                "china | 2026-11-23T11:00 | 2026-11-23T10:00 | PT0S",
                // the night in which the clock goes back has an hour more
                "nights | 2026-10-24T20:00 | 2026-10-25T06:00 | PT11H",
                "always | 2026-11-23T10:00 | 2026-11-24T09:30 | PT23H30M",
            })
    void timeBetweenTwoMomentsIsWorkedInPart(String name, LocalDateTime from, LocalDateTime to, Duration expected) {
        WorkingCalendar calendar = calendar(Objects.requireNonNull(CALENDARS.get(name)));
        ZoneId zone = calendar.zone();

        assertThat(calendar.worked(
                        from.atZone(zone).toInstant(), to.atZone(zone).toInstant()))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1} and {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                // zero ends where it begins, in working time or not
                "china | 2026-11-23T10:00 | PT0S | 2026-11-23T10:00",
                "china | 2026-11-22T03:00 | P0D | 2026-11-22T03:00",
                // within a day, over lunch, to its last minute
                "china | 2026-11-23T09:00 | PT2H | 2026-11-23T11:00",
                "china | 2026-11-23T11:00 | PT2H | 2026-11-23T14:00",
                "china | 2026-11-23T09:00 | PT3H | 2026-11-23T12:00",
                "china | 2026-11-23T09:00 | PT8H | 2026-11-23T18:00",
                "china | 2026-11-23T09:00 | PT8H1S | 2026-11-24T09:00:01",
                // before, between and after hours
                "china | 2026-11-23T07:30 | PT1H | 2026-11-23T10:00",
                "china | 2026-11-23T12:30 | PT1H | 2026-11-23T14:00",
                "china | 2026-11-23T18:00 | PT1H | 2026-11-24T10:00",
                "china | 2026-11-23T23:59 | PT1H | 2026-11-24T10:00",
                // twenty-four hours of work are three days
                "china | 2026-11-23T09:00 | PT24H | 2026-11-25T18:00",
                // weekends
                "china | 2026-11-27T17:00 | PT2H | 2026-11-30T10:00",
                "china | 2026-11-28T10:00 | PT1H | 2026-11-30T10:00",
                // days keep the time of day
                "china | 2026-11-23T15:00 | P1D | 2026-11-24T15:00",
                "china | 2026-11-27T15:00 | P1D | 2026-11-30T15:00",
                "china | 2026-11-27T15:00 | P1DT4H | 2026-12-01T10:00",
                "china | 2026-11-28T10:00 | P1D | 2026-12-01T09:00",
                "china | 2026-11-23T20:00 | P1D | 2026-11-25T09:00",
                // holidays and make-up days
                "china | 2026-09-18T17:00 | PT2H | 2026-09-20T10:00",
                "china | 2026-09-30T17:00 | PT2H | 2026-10-08T10:00",
                "china | 2026-09-30T10:00 | P1D | 2026-10-08T10:00",
                "china | 2026-10-03T10:00 | PT1H | 2026-10-08T10:00",
                "china | 2026-10-09T09:30 | P1D | 2026-10-10T10:00",
                "china | 2026-10-09T17:00 | P1D | 2026-10-10T15:00",
                "china | 2026-10-09T17:00 | PT6H | 2026-10-10T15:00",
                "china | 2026-10-09T17:00 | P2D | 2026-10-12T17:00",
                // an hour of work is an hour where the clock jumps: 6 hours of that night are 5, or 7
                "nights | 2026-03-28T20:00 | PT9H | 2026-03-29T06:00",
                "nights | 2026-03-28T20:00 | PT9H1M | 2026-04-04T20:01",
                "nights | 2026-10-24T20:00 | PT11H | 2026-10-25T06:00",
                "nights | 2026-10-24T20:00 | PT10H | 2026-10-25T05:00",
                "nights | 2026-03-22T02:30 | P2D | 2026-03-29T03:30",
                "always | 2026-03-07T12:00 | PT24H | 2026-03-08T13:00",
                "always | 2026-03-07T12:00 | P1D | 2026-03-08T12:00",
                "always | 2026-10-31T12:00 | PT24H | 2026-11-01T11:00",
                "always | 2026-10-31T12:00 | P366D | 2027-11-01T12:00",
            })
    void whenSoMuchWorkingTimeHasPassed(String calendar, LocalDateTime from, String span, LocalDateTime end) {
        WorkingCalendar working = calendar(Objects.requireNonNull(CALENDARS.get(calendar)));
        ZoneId zone = working.zone();
        Instant found =
                working.after(from.atZone(zone).toInstant(), Span.parse(span).orElseThrow());
        assertThat(LocalDateTime.ofInstant(found, zone)).isEqualTo(end);
    }

    /** Minute by minute, as somebody would count who has no better idea. */
    @Test
    void countingMinutesComesToTheSame() {
        WorkingCalendar working = calendar(CHINA);
        ZonedDateTime start = LocalDateTime.of(2026, 9, 30, 16, 7).atZone(working.zone());
        Instant at = start.toInstant();
        for (int minutes = 1; minutes < 2_000; minutes++) {
            at = at.plusSeconds(60);
            while (!worked(working, at.minusSeconds(60))) {
                at = at.plusSeconds(60);
            }
            assertThat(working.after(start.toInstant(), new Span(0, Duration.ofMinutes(minutes))))
                    .as("after %d minutes", minutes)
                    .isEqualTo(at);
        }
    }

    private static boolean worked(WorkingCalendar working, Instant minute) {
        LocalDateTime local = LocalDateTime.ofInstant(minute, working.zone());
        int of = local.getHour() * 60 + local.getMinute();
        return working.on(local.toLocalDate()).stream().anyMatch(hours -> hours.from() <= of && of < hours.to());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "PT24H | 0 | PT24H",
                "P2D | 2 | PT0S",
                "P2DT3H4M5S | 2 | PT3H4M5S",
                "PT999999999999H | 0 | PT240000H",
                "P99999999999D | 10000 | PT0S",
                "P | - | -",
                "PT | - | -",
                "P1DT | - | -",
                "1D | - | -",
                "P-1D | - | -",
                "P1.5D | - | -",
            })
    void spansAsTheyAreWritten(String text, Integer days, Duration time) {
        assertThat(Span.parse(text)).isEqualTo(days == null ? Optional.empty() : Optional.of(new Span(days, time)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"zone\": \"Mars/Olympus\", \"week\": {W}} | calendar.zone /zone",
                "{\"zone\": \"+08:00\", \"week\": {W}} | calendar.zone /zone",
                "{\"zone\": \"UTC\", \"week\": {}} | calendar.no-working-time /week",
                "{\"zone\": \"UTC\", \"week\": {\"monday\": []}} | calendar.no-working-time /week",
                "{\"zone\": \"UTC\", \"week\": {W, \"someday\": []}} | calendar.weekday /week/someday",
                "{\"zone\": \"UTC\", \"week\": {W, \"sunday\": 7}} | calendar.hours /week/sunday",
                "{\"zone\": \"UTC\", \"week\": {W, \"sunday\": [{\"from\": \"09:00\", \"to\": \"09:00\"}]}} | calendar.hours /week/sunday/0",
                "{\"zone\": \"UTC\", \"week\": {W, \"sunday\": [{\"from\": \"9\", \"to\": \"24:30\"}]}} | calendar.hours /week/sunday/0",
                "{\"zone\": \"UTC\", \"week\": {W}, \"holidays\": [{\"date\": \"2026-02-30\"}]} | calendar.date /holidays/0/date",
                "{\"zone\": \"UTC\", \"week\": {W}, \"holidays\": {}} | calendar.dates /holidays",
                "{\"zone\": \"UTC\", \"week\": {W}, \"holidays\": [{\"date\": \"2026-01-01\"}], \"workdays\": [{\"date\": \"2026-01-01\"}]} | calendar.duplicate-date /workdays/0/date",
                "{\"zone\": \"UTC\", \"week\": {W}, \"workdays\": [{\"date\": \"2026-01-01\", \"hours\": [{}]}]} | calendar.hours /workdays/0/hours/0",
            })
    void whatIsNoCalendarSaysWhere(String text, String finding) {
        List<Finding> findings = new ArrayList<>();
        String json = text.replace("W}", "\"friday\": [{\"from\": \"09:00\", \"to\": \"17:00\"}]}")
                .replace("W,", "\"friday\": [{\"from\": \"09:00\", \"to\": \"17:00\"}],");
        assertThat(CalendarText.read(Json.parse(json), findings)).isEmpty();
        assertThat(findings)
                .extracting(found -> found.code() + " " + found.pointer())
                .containsExactly(finding);
    }

    private static WorkingCalendar calendar(String text) {
        List<Finding> findings = new ArrayList<>();
        return CalendarText.read(Json.parse(text), findings).orElseThrow(() -> new AssertionError(findings.toString()));
    }
}
