package io.jianmi.form.field;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.jianmi.core.json.Json;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a value looks like in a cell of a spreadsheet, and how a cell that people typed is understood. Pure. */
public enum SheetShape {

    /** One text; a number that a spreadsheet made of it is its digits again. */
    TEXT,

    /** A decimal; thousands separators, a currency sign and a per cent sign are passed over. */
    NUMBER {
        @Override
        JsonNode cell(JsonNode shown) {
            return numeric(shown.asText()).orElse(shown);
        }

        @Override
        JsonNode typed(String text) {
            Matcher plain = AMOUNT.matcher(text);
            return Json.NODES.textNode(plain.matches() ? plain.group(1).replace(",", "") : text);
        }
    },

    /** Yes or no. */
    FLAG {
        @Override
        JsonNode typed(String text) {
            String word = text.toLowerCase(Locale.ROOT);
            return YES.contains(word) || NO.contains(word)
                    ? Json.NODES.booleanNode(YES.contains(word))
                    : Json.NODES.textNode(text);
        }
    },

    /** A calendar day; a spreadsheet counts days, people write {@code 2026/3/2} or {@code 2026年3月2日}. */
    DATE {
        @Override
        JsonNode typed(String text) {
            Matcher written = DAY.matcher(text);
            try {
                if (written.matches()) {
                    return Json.NODES.textNode(LocalDate.of(part(written, 1), part(written, 2), part(written, 3))
                            .toString());
                }
                return SERIAL.matcher(text).matches()
                        ? Json.NODES.textNode(
                                EPOCH.plusDays(Long.parseLong(text)).toString())
                        : Json.NODES.textNode(text);
            } catch (DateTimeException noSuchDay) {
                return Json.NODES.textNode(text);
            }
        }
    },

    /** Several texts, a semicolon between them; as a JSON array where one of them holds a semicolon itself. */
    LIST {
        @Override
        JsonNode cell(JsonNode shown) {
            return joined(shown);
        }

        @Override
        JsonNode typed(String text) {
            return split(text);
        }
    },

    /** Something with an id and a name: {@code 王芳 <id>}, or the id alone. */
    REFERENCE {
        @Override
        JsonNode cell(JsonNode shown) {
            return Json.NODES.textNode(named(shown));
        }

        @Override
        JsonNode typed(String text) {
            return Json.NODES.textNode(id(text));
        }
    },

    /** Several of these. */
    REFERENCES {
        @Override
        JsonNode cell(JsonNode shown) {
            ArrayNode names = Json.NODES.arrayNode();
            shown.forEach(one -> names.add(named(one)));
            return joined(names);
        }

        @Override
        JsonNode typed(String text) {
            ArrayNode ids = Json.NODES.arrayNode();
            split(text).forEach(one -> ids.add(id(one.asText())));
            return ids;
        }
    },

    /** Something with parts, as JSON. */
    STRUCTURE {
        @Override
        JsonNode typed(String text) {
            return text.startsWith("{") ? parsed(text).orElse(Json.NODES.textNode(text)) : Json.NODES.textNode(text);
        }
    };

    /** More digits than these a spreadsheet does not keep (IEEE 754 double). */
    private static final int EXACT_DIGITS = 15;

    /** Day 0 of a spreadsheet; right from 1 March 1900 on, before which they count a day that never was. */
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);

    private static final Pattern AMOUNT =
            Pattern.compile("[¥￥$€]?\\s*([+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\\.[0-9]+)?)\\s*[%％]?");
    private static final Pattern DAY = Pattern.compile("([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?");
    private static final Pattern SERIAL = Pattern.compile("[0-9]{1,7}");
    private static final Pattern TAIL = Pattern.compile("(?s).*<([^<>]+)>\\s*");
    private static final Pattern PLAIN = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?");
    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "是", "√");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "否", "×");

    /** The cell for a value as a client gets it; a mask is its text. */
    public static JsonNode toSheet(Optional<SheetShape> shape, JsonNode shown) {
        if (shown.isObject() && shown.size() == 1 && shown.has("masked")) {
            return shown.get("masked");
        }
        return shown.isNull() || shown.isMissingNode()
                ? Json.NODES.nullNode()
                : plain(shape.orElse(STRUCTURE).cell(shown));
    }

    /** What a client would send in place of the cell; an empty cell is null. */
    public JsonNode fromSheet(JsonNode cell) {
        if (cell.isNull()) {
            return cell;
        }
        String text = cell.isNumber() ? cell.decimalValue().toPlainString() : cell.asText();
        return text.isBlank() ? Json.NODES.nullNode() : typed(this == TEXT ? text : text.strip());
    }

    JsonNode cell(JsonNode shown) {
        return shown;
    }

    JsonNode typed(String text) {
        return Json.NODES.textNode(text);
    }

    /** Whatever has parts is JSON in a cell. */
    private static JsonNode plain(JsonNode cell) {
        return cell.isValueNode() ? cell : Json.NODES.textNode(Json.write(cell));
    }

    private static Optional<JsonNode> numeric(String text) {
        if (!PLAIN.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text);
        return number.precision() <= EXACT_DIGITS ? Optional.of(Json.NODES.numberNode(number)) : Optional.empty();
    }

    private static int part(Matcher written, int group) {
        return Integer.parseInt(written.group(group));
    }

    private static String named(JsonNode shown) {
        String id = shown.path("id").asText();
        String name = shown.path("name").asText(shown.path("title").asText(""));
        return name.isEmpty() ? id : name.replaceAll("[<>;\\uFF1B\\r\\n]", " ").strip() + " <" + id + ">";
    }

    private static String id(String text) {
        Matcher tail = TAIL.matcher(text);
        return tail.matches() ? tail.group(1) : text;
    }

    private static JsonNode joined(JsonNode texts) {
        StringBuilder line = new StringBuilder();
        for (JsonNode text : texts) {
            String item = text.asText();
            if (item.matches("(?s)\\[.*|.*[;\\uFF1B\\r\\n].*") || !item.equals(item.strip()) || item.isEmpty()) {
                return Json.NODES.textNode(Json.write(texts));
            }
            line.append(line.isEmpty() ? "" : "; ").append(item);
        }
        return Json.NODES.textNode(line.toString());
    }

    private static ArrayNode split(String text) {
        if (text.startsWith("[")) {
            Optional<JsonNode> parsed = parsed(text);
            if (parsed.isPresent() && parsed.get().isArray()) {
                return (ArrayNode) parsed.get();
            }
        }
        ArrayNode items = Json.NODES.arrayNode();
        for (String item : text.split("[;\\uFF1B\\r\\n]+")) {
            if (!item.isBlank()) {
                items.add(item.strip());
            }
        }
        return items;
    }

    private static Optional<JsonNode> parsed(String text) {
        try {
            return Optional.of(Json.MAPPER.readTree(text));
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }
}
