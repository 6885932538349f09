package io.jianmi.core.calendar.setting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.calendar.CalendarText;
import io.jianmi.core.calendar.WorkingCalendar;
import io.jianmi.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tenant's calendar as it is kept.
 *
 * @param enabled whether terms are counted by it
 * @param body as it was written, without {@code enabled}
 */
record CalendarSetting(boolean enabled, ObjectNode body) {

    private static final List<String> WEEKDAYS = List.of("monday", "tuesday", "wednesday", "thursday", "friday");

    /** What the page begins with where a tenant has none: China's usual office hours, not in use. */
    static CalendarSetting usual() {
        ObjectNode body = Json.NODES.objectNode().put("zone", "Asia/Shanghai");
        ObjectNode week = body.putObject("week");
        WEEKDAYS.forEach(day -> {
            var hours = week.putArray(day);
            hours.addObject().put("from", "09:00").put("to", "12:00");
            hours.addObject().put("from", "13:00").put("to", "18:00");
        });
        body.putArray("holidays");
        body.putArray("workdays");
        return new CalendarSetting(false, body);
    }

    /** Empty while it is not in use. */
    Optional<WorkingCalendar> inUse() {
        return enabled ? CalendarText.read(body, new ArrayList<>()) : Optional.empty();
    }

    ObjectNode answer() {
        return body.deepCopy().put("enabled", enabled);
    }
}
