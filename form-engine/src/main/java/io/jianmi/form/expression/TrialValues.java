package io.jianmi.form.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.feel.syntaxtree.ValDateTime;
import org.camunda.feel.syntaxtree.ValDayTimeDuration;
import org.camunda.feel.syntaxtree.ValFunction;
import org.camunda.feel.syntaxtree.ValLocalDateTime;
import org.camunda.feel.syntaxtree.ValLocalTime;
import org.camunda.feel.syntaxtree.ValRange;
import org.camunda.feel.syntaxtree.ValTime;
import org.camunda.feel.syntaxtree.ValYearMonthDuration;
import org.camunda.feel.syntaxtree.ZonedTime;
import org.jspecify.annotations.Nullable;

/** JSON in, FEEL's names of types and canonical texts out. */
final class TrialValues {

    private TrialValues() {}

    @SuppressWarnings("NullAway") // feel-engine takes null for FEEL's null
    static Map<String, Object> variables(JsonNode context) {
        Map<String, Object> variables = new LinkedHashMap<>();
        context.properties().forEach(entry -> variables.put(entry.getKey(), value(entry.getValue())));
        return variables;
    }

    private static @Nullable Object value(JsonNode node) {
        if (node.isNumber()) {
            return node.decimalValue();
        } else if (node.isTextual()) {
            return node.textValue();
        } else if (node.isBoolean()) {
            return node.booleanValue();
        } else if (node.isArray()) {
            List<@Nullable Object> items = new ArrayList<>();
            node.forEach(item -> items.add(value(item)));
            return items;
        }
        return node.isObject() ? variables(node) : null;
    }

    static Trial describe(@Nullable Object raw) {
        Object value = Scala.plain(raw);
        return Trial.of(type(value), text(value));
    }

    private static String type(@Nullable Object value) {
        if (value == null) {
            return "null";
        } else if (value instanceof BigDecimal) {
            return "number";
        } else if (value instanceof String) {
            return "string";
        } else if (value instanceof Boolean) {
            return "boolean";
        } else if (value instanceof LocalDate) {
            return "date";
        } else if (value instanceof LocalTime || value instanceof OffsetTime) {
            return "time";
        } else if (value instanceof LocalDateTime || value instanceof ZonedDateTime) {
            return "date-time";
        } else if (value instanceof Duration) {
            return "days-duration";
        } else if (value instanceof Period) {
            return "months-duration";
        } else if (value instanceof List) {
            return "list";
        } else if (value instanceof Map) {
            return "context";
        }
        return value instanceof ValFunction ? "function" : "range";
    }

    private static JsonNode text(@Nullable Object value) {
        if (value == null) {
            return Json.NODES.nullNode();
        } else if (value instanceof List<?> list) {
            ArrayNode items = Json.NODES.arrayNode();
            list.forEach(item -> items.add(text(item)));
            return items;
        } else if (value instanceof Map<?, ?> map) {
            ObjectNode entries = Json.NODES.objectNode();
            map.forEach((key, entry) -> entries.set(String.valueOf(key), text(entry)));
            return entries;
        }
        return Json.NODES.textNode(canonical(value));
    }

    private static String canonical(Object value) {
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        } else if (value instanceof LocalTime time) {
            return new ValLocalTime(time).toString();
        } else if (value instanceof OffsetTime time) {
            return new ValTime(ZonedTime.of(time)).toString();
        } else if (value instanceof LocalDateTime point) {
            return new ValLocalDateTime(point).toString();
        } else if (value instanceof ZonedDateTime point) {
            return new ValDateTime(point).toString();
        } else if (value instanceof Duration duration) {
            return new ValDayTimeDuration(duration).toString();
        } else if (value instanceof Period months) {
            return new ValYearMonthDuration(months).toString();
        } else if (value instanceof ValFunction) {
            return "function";
        } else if (value instanceof ValRange range) {
            return range.toString();
        }
        return value.toString();
    }
}
