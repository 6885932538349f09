package io.jianmi.core.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Pointer;
import io.jianmi.core.problem.Finding;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a calendar as it is written; everything wrong is reported at once. */
public final class CalendarText {

    private static final int MOST_DATES = 1_000;
    private static final int MOST_HOURS = 8;
    private static final int LONGEST_TITLE = 80;

    private final List<Finding> findings;

    private CalendarText(List<Finding> findings) {
        this.findings = findings;
    }

    /**
     * Reads {@code {"zone", "week": {"monday": [{"from": "09:00", "to": "18:00"}]}, "holidays": [{"date", "title"}],
     * "workdays": [{"date", "title", "hours"}]}}. A make-up workday without hours has those of the first weekday that is
     * worked.
     *
     * @return empty when something is wrong
     */
    public static Optional<WorkingCalendar> read(JsonNode json, List<Finding> findings) {
        List<Finding> own = new ArrayList<>();
        Optional<WorkingCalendar> calendar = new CalendarText(own).calendar(json);
        findings.addAll(own);
        return own.isEmpty() ? calendar : Optional.empty();
    }

    private Optional<WorkingCalendar> calendar(JsonNode json) {
        Optional<ZoneId> zone = zone(json.path("zone").asText());
        Map<DayOfWeek, List<Hours>> week = week(json.path("week"));
        Optional<List<Hours>> usual = Stream.of(DayOfWeek.values())
                .map(day -> week.getOrDefault(day, List.of()))
                .filter(hours -> !hours.isEmpty())
                .findFirst();
        if (usual.isEmpty()) {
            findings.add(Finding.error("calendar.no-working-time", "/week"));
        }
        Map<LocalDate, List<Hours>> dates = new HashMap<>();
        dates(json, "holidays", List.of(), dates);
        dates(json, "workdays", usual.orElse(List.of()), dates);
        return zone.isPresent() && usual.isPresent()
                ? Optional.of(new WorkingCalendar(zone.get(), week, dates))
                : Optional.empty();
    }

    private Optional<ZoneId> zone(String text) {
        try {
            if (text.contains("/") || text.equals("UTC")) {
                return Optional.of(ZoneId.of(text));
            }
        } catch (DateTimeException unknown) {
            // Reported below, as one that is no name of a zone.
        }
        findings.add(Finding.error("calendar.zone", "/zone"));
        return Optional.empty();
    }

    private Map<DayOfWeek, List<Hours>> week(JsonNode json) {
        Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
        json.properties().forEach(day -> {
            String at = Pointer.child("/week", day.getKey());
            Stream.of(DayOfWeek.values())
                    .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(day.getKey()))
                    .findFirst()
                    .ifPresentOrElse(
                            known -> week.put(known, hours(day.getValue(), at)),
                            () -> findings.add(Finding.error("calendar.weekday", at)));
        });
        return week;
    }

    private List<Hours> hours(JsonNode json, String at) {
        List<Hours> all = new ArrayList<>();
        if (!json.isArray() || json.size() > MOST_HOURS) {
            findings.add(Finding.error("calendar.hours", at));
            return all;
        }
        int before = 0;
        for (int i = 0; i < json.size(); i++) {
            int from = Hours.minute(json.get(i).path("from").asText()).orElse(-1);
            int to = Hours.minute(json.get(i).path("to").asText()).orElse(-1);
            if (from < before || to <= from) {
                findings.add(Finding.error("calendar.hours", at + "/" + i));
            } else {
                all.add(new Hours(from, to));
                before = to;
            }
        }
        return all;
    }

    private void dates(JsonNode json, String name, List<Hours> usual, Map<LocalDate, List<Hours>> dates) {
        JsonNode list = json.path(name);
        if (!list.isMissingNode() && !list.isArray() || list.size() > MOST_DATES) {
            findings.add(Finding.error("calendar.dates", "/" + name));
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            String at = "/" + name + "/" + i;
            JsonNode one = list.get(i);
            if (one.path("title").asText().length() > LONGEST_TITLE) {
                findings.add(Finding.error("calendar.title", at + "/title"));
            }
            List<Hours> hours = one.has("hours") && !usual.isEmpty() ? hours(one.get("hours"), at + "/hours") : usual;
            Optional<LocalDate> date = date(one.path("date").asText());
            if (date.isEmpty()) {
                findings.add(Finding.error("calendar.date", at + "/date"));
            } else if (dates.putIfAbsent(date.get(), hours) != null) {
                findings.add(Finding.error("calendar.duplicate-date", at + "/date"));
            }
        }
    }

    private static Optional<LocalDate> date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            return date.getYear() >= 2000 && date.getYear() < 2200 ? Optional.of(date) : Optional.empty();
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
