package io.jianmi.form.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.testing.Vectors;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One case of the DMN Technology Compatibility Kit: a FEEL text without inputs and what the specification says of it. */
record TckCase(String id, String expression, boolean error, JsonNode expected) {

    private static final Map<String, String> TYPES = Map.of("decimal", "number", "dateTime", "date-time");

    static TckCase of(JsonNode node) {
        return new TckCase(
                node.path("id").asText(),
                node.path("expression").asText(),
                node.path("error").asBoolean(),
                node.path("expected"));
    }

    static List<TckCase> all() {
        List<TckCase> cases = new ArrayList<>();
        Vectors.read("feel-tck").path("cases").forEach(node -> cases.add(of(node)));
        return cases;
    }

    /** Refused or null where the specification has an error, else the very value. */
    boolean agrees(Trial trial) {
        if (trial.type().isEmpty()) {
            return error;
        }
        return same(expected, trial.type().get(), trial.value().orElse(Json.NODES.nullNode()));
    }

    private static boolean same(JsonNode expected, String type, JsonNode value) {
        String wanted = expected.path("type").asText();
        return switch (wanted) {
            case "null" -> type.equals("null");
            case "duration" ->
                type.endsWith("duration") && sameDuration(expected.path("value").asText(), value.asText());
            case "list", "context" -> type.equals(wanted) && plain(expected).equals(normal(value));
            default ->
                TYPES.getOrDefault(wanted, wanted).equals(type)
                        && normal(expected.path("value")).equals(normal(value));
        };
    }

    /** The expected value without its types, nested. */
    private static JsonNode plain(JsonNode expected) {
        if (expected.has("items")) {
            ArrayNode items = Json.NODES.arrayNode();
            expected.path("items").forEach(item -> items.add(plain(item)));
            return items;
        } else if (expected.has("entries")) {
            ObjectNode entries = Json.NODES.objectNode();
            expected.path("entries")
                    .properties()
                    .forEach(entry -> entries.set(entry.getKey(), plain(entry.getValue())));
            return entries;
        }
        return expected.path("type").asText().equals("null") ? Json.NODES.nullNode() : normal(expected.path("value"));
    }

    /** Numbers, moments and offsets in one spelling each; any other text as it is. */
    static JsonNode normal(JsonNode value) {
        if (value.isArray()) {
            ArrayNode items = Json.NODES.arrayNode();
            value.forEach(item -> items.add(normal(item)));
            return items;
        } else if (value.isObject()) {
            ObjectNode entries = Json.NODES.objectNode();
            value.properties().forEach(entry -> entries.set(entry.getKey(), normal(entry.getValue())));
            return entries;
        } else if (!value.isTextual()) {
            return value;
        }
        return Json.NODES.textNode(normal(value.textValue()));
    }

    private static String normal(String text) {
        try {
            return new BigDecimal(text).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException notANumber) {
            return moment(text);
        }
    }

    private static String moment(String text) {
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toString()
                    : OffsetTime.parse(text).toString();
        } catch (DateTimeParseException notAMoment) {
            return text;
        }
    }

    private static boolean sameDuration(String wanted, String value) {
        try {
            return Duration.parse(wanted).equals(Duration.parse(value));
        } catch (DateTimeParseException months) {
            try {
                return Period.parse(wanted).toTotalMonths()
                        == Period.parse(value).toTotalMonths();
            } catch (DateTimeParseException neither) {
                return wanted.equals(value);
            }
        }
    }
}
