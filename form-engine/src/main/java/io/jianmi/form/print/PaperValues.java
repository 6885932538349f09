package io.jianmi.form.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.form.definition.LocalText;
import io.jianmi.form.field.richtext.RichTextType;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values as answers carry them, to the text that people read: what the page shows, in ink. Pure. */
final class PaperValues {

    /** In place of nothing. */
    static final String NOTHING = "–";

    private static final Pattern DECIMAL = Pattern.compile("(-?)([0-9]+)(\\.[0-9]+)?");
    private static final int DEFAULT_STARS = 5;
    private static final int KILO = 1024;
    private static final List<String> BYTES = List.of("B", "kB", "MB", "GB");

    /** Types whose values take the whole width. */
    private static final Set<String> WIDE =
            Set.of("long-text", "rich-text", "file", "image", "address", "consent", "relations");

    private final PaperWords words;
    private final PaperTimes times;
    private final Map<String, JsonNode> purposes;
    private final Map<String, String> regions;
    private final Map<String, Shape> shapes = new LinkedHashMap<>();

    /** How the values of one type are written. */
    private interface Shape {
        String text(JsonNode value, JsonNode field);
    }

    /**
     * @param times how days and hours are written
     * @param purposes titles by key
     * @param regions names of the divisions of China by code
     */
    PaperValues(PaperWords words, PaperTimes times, Map<String, JsonNode> purposes, Map<String, String> regions) {
        this.words = words;
        this.times = times;
        this.purposes = Map.copyOf(purposes);
        this.regions = regions;
        for (String plain : List.of(
                "text",
                "long-text",
                "phone",
                "email",
                "id-card",
                "bank-card",
                "plate",
                "uscc",
                "url",
                "serial",
                "time")) {
            shapes.put(plain, (value, field) -> value.asText());
        }
        shapes.put("rich-text", (value, field) -> RichTextType.words(value.asText()));
        shapes.put("member", (value, field) -> member(value));
        shapes.put("members", (value, field) -> joined(value, words.and, this::member));
        shapes.put("department", (value, field) -> name(value));
        shapes.put("departments", (value, field) -> joined(value, words.and, this::name));
        for (String files : List.of("file", "image")) {
            shapes.put(files, (value, field) -> joined(value, "\n", this::file));
        }
        shapes.put("number", this::number);
        shapes.put("money", this::money);
        shapes.put("percent", (value, field) -> grouped(value.asText()) + "%");
        shapes.put("rating", PaperValues::rating);
        shapes.put("switch", (value, field) -> value.asBoolean() ? words.yes : words.no);
        shapes.put("date", (value, field) -> times.day(value.asText()));
        shapes.put("date-time", (value, field) -> times.point(value.asText()));
        shapes.put("duration", (value, field) -> times.length(value.asText()));
        shapes.put("choice", (value, field) -> option(field.path("options"), value));
        shapes.put("multi-choice", this::choices);
        shapes.put("tags", (value, field) -> joined(value, words.and, JsonNode::asText));
        shapes.put("cascade", this::cascade);
        shapes.put("region", (value, field) -> region(value.asText()));
        shapes.put("relation", (value, field) -> title(value));
        shapes.put("relations", (value, field) -> joined(value, words.and, this::title));
        shapes.put("address", (value, field) -> address(value));
        shapes.put("geo", (value, field) -> place(value));
        shapes.put("signature", (value, field) -> value.path("text").asText(words.drawn));
        shapes.put("consent", (value, field) -> consent(value));
    }

    PaperTimes times() {
        return times;
    }

    /** Types that have a form of their own here; a value of another one is told as far as it is plain. */
    Set<String> types() {
        return new TreeSet<>(shapes.keySet());
    }

    /** Whether values of a field take the whole width. */
    static boolean wide(JsonNode field) {
        return WIDE.contains(shownAs(field).path("type").asText());
    }

    /** Whether values of a field stand at the right, digit under digit. */
    static boolean numeric(JsonNode field) {
        return Set.of("number", "money", "percent")
                .contains(shownAs(field).path("type").asText());
    }

    /** Whether values of a field are texts of any length. */
    static boolean texts(JsonNode field) {
        String type = shownAs(field).path("type").asText();
        return WIDE.contains(type) || Set.of("text", "url", "tags", "relation").contains(type);
    }

    static boolean masked(JsonNode value) {
        return value.isObject() && value.size() == 1 && value.has("masked");
    }

    static boolean empty(JsonNode value) {
        return value.isNull()
                || value.isMissingNode()
                || value.isTextual() && value.textValue().isEmpty()
                || value.isArray() && value.isEmpty();
    }

    /**
     * @param field as the published form has it
     * @param value as an answer has it; a mask is its text
     */
    String text(JsonNode field, JsonNode value) {
        if (masked(value)) {
            String mask = value.path("masked").asText();
            return mask.isEmpty() ? NOTHING : mask;
        }
        if (empty(value)) {
            return NOTHING;
        }
        JsonNode shown = shownAs(field);
        Shape shape = shapes.get(shown.path("type").asText());
        return shape == null ? plain(value) : shape.text(value, shown);
    }

    /** A computed field is one of the type that it gives, a derived one of the type of its source. */
    private static JsonNode shownAs(JsonNode field) {
        return switch (field.path("type").asText()) {
            case "formula" ->
                ((ObjectNode) field.deepCopy()).put("type", field.path("of").asText("number"));
            case "look-up", "roll-up" -> field.path("result");
            default -> field;
        };
    }

    private String plain(JsonNode value) {
        if (value.isArray()) {
            return joined(value, words.and, this::plain);
        }
        return value.isObject() ? name(value) : value.asText();
    }

    private interface Word {
        String of(JsonNode one);
    }

    private static String joined(JsonNode values, String between, Word word) {
        List<String> texts = new ArrayList<>();
        values.forEach(one -> texts.add(word.of(one)));
        return String.join(between, texts);
    }

    private String member(JsonNode value) {
        return words.member(value, NOTHING);
    }

    private String name(JsonNode value) {
        return value.path("name").asText(value.path("title").asText(NOTHING));
    }

    /** Of a record that the reader may not print, there is nothing to say but that it is there. */
    private String title(JsonNode value) {
        JsonNode title = value.path("title");
        if (masked(title)) {
            return title.path("masked").asText();
        }
        return title.isMissingNode() ? words.unnamed : title.asText().isEmpty() ? words.untitled : title.asText();
    }

    private String file(JsonNode file) {
        String name = file.path("name").asText(NOTHING);
        return file.has("bytes") ? name + " (" + bytes(file.path("bytes").asLong()) + ")" : name;
    }

    private static String bytes(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= KILO && unit < BYTES.size() - 1) {
            size /= KILO;
            unit++;
        }
        return unit == 0 ? bytes + " B" : Math.round(size * 10) / 10.0 + " " + BYTES.get(unit);
    }

    private String number(JsonNode value, JsonNode field) {
        String unit = LocalText.of(field.path("unit")).in(words.tag, "");
        return grouped(value.asText()) + (unit.isEmpty() ? "" : " " + unit);
    }

    private String money(JsonNode value, JsonNode field) {
        return currency(field.path("currency").asText()) + grouped(value.asText());
    }

    private String currency(String code) {
        try {
            return code.isEmpty() ? "" : Currency.getInstance(code).getSymbol(words.locale);
        } catch (IllegalArgumentException unknown) {
            return code + " ";
        }
    }

    /** Thousands parted; the digits after the point stay as they came. */
    private static String grouped(String decimal) {
        Matcher parts = DECIMAL.matcher(decimal);
        if (!parts.matches()) {
            return decimal;
        }
        String fraction = parts.group(3) == null ? "" : parts.group(3);
        return parts.group(1) + parts.group(2).replaceAll("\\B(?=([0-9]{3})+$)", ",") + fraction;
    }

    private static String rating(JsonNode value, JsonNode field) {
        int most = Math.max(1, field.path("maximum").asInt(DEFAULT_STARS));
        int stars = Math.max(0, Math.min(value.asInt(), most));
        return "★".repeat(stars) + "☆".repeat(most - stars) + " " + stars + "/" + most;
    }

    private String option(JsonNode options, JsonNode value) {
        for (JsonNode option : options) {
            if (option.path("value").asText().equals(value.asText())) {
                return LocalText.of(option.path("title")).in(words.tag, value.asText());
            }
        }
        return value.asText();
    }

    private String choices(JsonNode value, JsonNode field) {
        return joined(value, words.and, one -> option(field.path("options"), one));
    }

    private String cascade(JsonNode value, JsonNode field) {
        List<String> path = new ArrayList<>();
        JsonNode options = field.path("options");
        for (JsonNode step : value) {
            path.add(option(options, step));
            options = below(options, step);
        }
        return String.join(" / ", path);
    }

    private static JsonNode below(JsonNode options, JsonNode value) {
        for (JsonNode option : options) {
            if (option.path("value").asText().equals(value.asText())) {
                return option.path("options");
            }
        }
        return options.path("none");
    }

    /** From the province down; the code itself where its name is not known. */
    private String region(String code) {
        if (!regions.containsKey(code)) {
            return code;
        }
        Set<String> names = new LinkedHashSet<>();
        for (String part : List.of(code.substring(0, 2) + "0000", code.substring(0, 4) + "00", code)) {
            names.add(regions.getOrDefault(part, part));
        }
        return String.join(" / ", names);
    }

    private static String address(JsonNode value) {
        return value.isTextual()
                ? value.asText()
                : value.path("region").asText("") + value.path("detail").asText("");
    }

    private static String place(JsonNode value) {
        return value.hasNonNull("title")
                ? value.path("title").asText()
                : value.path("lat").asText() + ", " + value.path("lng").asText();
    }

    private String consent(JsonNode value) {
        JsonNode given = value.path("given");
        return given.isEmpty() ? words.nothingGiven : joined(given, words.and, key -> purpose(key.asText()));
    }

    private String purpose(String key) {
        JsonNode title = purposes.get(key);
        return title == null ? key : LocalText.of(title).in(words.tag, key);
    }
}
