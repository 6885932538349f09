package io.jianmi.form.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values on their way into feel-engine. It would read the fields and getters of any object it does not know, so only
 * plain values pass; points in time are moved to one zone, since FEEL's equality looks at the zone.
 */
final class Variables {

    private final ZoneId zone;

    private Variables(ZoneId zone) {
        this.zone = zone;
    }

    static Map<String, Object> of(Map<String, ?> variables, ZoneId zone) {
        return new Variables(zone).map(variables);
    }

    @SuppressWarnings("NullAway") // feel-engine takes null for FEEL's null
    private Map<String, Object> map(Map<?, ?> entries) {
        Map<String, Object> copy = new LinkedHashMap<>();
        entries.forEach((key, value) -> copy.put(String.valueOf(key), value(value)));
        return copy;
    }

    private @Nullable Object value(@Nullable Object value) {
        if (value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof BigDecimal
                || value instanceof LocalDate
                || value instanceof LocalTime
                || value instanceof Duration
                || value instanceof Period) {
            return value;
        } else if (value instanceof Integer || value instanceof Long) {
            return BigDecimal.valueOf(((Number) value).longValue());
        } else if (value instanceof BigInteger number) {
            return new BigDecimal(number);
        } else if (value instanceof Map<?, ?> entries) {
            return map(entries);
        } else if (value instanceof Collection<?> items) {
            List<@Nullable Object> copy = new ArrayList<>(items.size());
            items.forEach(item -> copy.add(value(item)));
            return copy;
        }
        return point(value);
    }

    private Object point(Object value) {
        if (value instanceof Instant instant) {
            return instant.atZone(zone);
        } else if (value instanceof OffsetDateTime offset) {
            return offset.atZoneSameInstant(zone);
        } else if (value instanceof ZonedDateTime zoned) {
            return zoned.withZoneSameInstant(zone);
        } else if (value instanceof LocalDateTime local) {
            return local.atZone(zone);
        } else if (value instanceof UUID id) {
            return id.toString();
        }
        throw new IllegalArgumentException("no FEEL value: " + value.getClass().getName());
    }

    /** The length of the longest list anywhere inside. */
    static int longestList(@Nullable Object value) {
        int longest = value instanceof Collection<?> items ? items.size() : 0;
        Collection<?> inner = value instanceof Map<?, ?> map
                ? map.values()
                : value instanceof Collection<?> items ? items : List.of();
        for (Object item : inner) {
            longest = Math.max(longest, longestList(item));
        }
        return longest;
    }
}
