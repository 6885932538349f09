package io.jianmi.form.compile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.field.Importable;
import io.jianmi.form.field.Maskable;
import io.jianmi.form.field.ReferenceOptions;
import io.jianmi.form.field.Report;
import io.jianmi.form.field.SheetShape;
import io.jianmi.form.field.TypedField;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How stored values of one type become values of another: as if they were exported under the old type and imported under the new one.
 * What the new type would refuse from an import it refuses here, with the same code. Pure.
 */
public final class Conversion {

    private static final Set<String> WORDS =
            Set.of("text", "long-text", "url", "phone", "email", "id-card", "bank-card", "plate", "uscc");
    private static final Set<String> NUMBERS = Set.of("number", "money", "percent", "rating");
    private static final Set<String> OTHERS =
            Set.of("date", "date-time", "time", "duration", "switch", "choice", "multi-choice", "tags");
    private static final Set<String> TEXTS = Set.of("text", "long-text");
    private static final String RICH = "rich-text";
    private static final String SERIAL = "serial";
    private static final Set<String> ATTACHED = Set.of("file", "image");

    /** One of something to several of it. */
    private static final Map<String, String> SEVERAL =
            Map.of("choice", "multi-choice", "member", "members", "department", "departments", "relation", "relations");

    private final TypedField<?> to;
    private final BiFunction<JsonNode, ZoneId, JsonNode> sent;

    /** Whether a value that can be converted is less after. */
    private final Predicate<JsonNode> reducing;

    private Conversion(TypedField<?> to, BiFunction<JsonNode, ZoneId, JsonNode> sent) {
        this(to, sent, stored -> false);
    }

    private Conversion(TypedField<?> to, BiFunction<JsonNode, ZoneId, JsonNode> sent, Predicate<JsonNode> reducing) {
        this.to = to;
        this.sent = sent;
        this.reducing = reducing;
    }

    /**
     * What became of a value.
     *
     * @param value empty where it cannot be converted
     * @param code why not; empty where it can
     * @param reduced whether something of it is gone: headings, links and emphasis
     */
    public record Result(Optional<JsonNode> value, String code, boolean reduced) {

        /** Of a value that stays what it is, or of one that cannot be read. */
        public Result(Optional<JsonNode> value, String code) {
            this(value, code, false);
        }
    }

    /** Empty where values of the one type are none of the other. What a formula gives has the type of its result. */
    public static Optional<Conversion> between(TypedField<?> from, TypedField<?> to) {
        String old = from.type().key();
        String now = to.type().key();
        if (ATTACHED.contains(old) && ATTACHED.contains(now)) {
            return Optional.of(new Conversion(to, (stored, zone) -> stored));
        }
        if (old.equals(now) && from.references().isEmpty()) {
            return Optional.of(new Conversion(to, (stored, zone) -> from.write(stored)));
        }
        if (now.equals(SEVERAL.get(old))) {
            return targets(from).equals(targets(to))
                    ? Optional.of(new Conversion(to, (stored, zone) -> several(stored)))
                    : Optional.empty();
        }
        if (old.equals("date") && now.equals("date-time")) {
            return Optional.of(new Conversion(to, Conversion::began));
        }
        if (old.equals(RICH) && TEXTS.contains(now)) {
            boolean lines = now.equals("long-text");
            return Optional.of(new Conversion(
                    to,
                    (stored, zone) -> Json.NODES.textNode(lines ? text(from, stored) : line(text(from, stored))),
                    stored -> !stored.textValue().equals(paragraphs(text(from, stored)))));
        }
        if (TEXTS.contains(old) && now.equals(RICH)) {
            return Optional.of(
                    new Conversion(to, (stored, zone) -> Json.NODES.textNode(paragraphs(stored.textValue()))));
        }
        boolean parsed = TEXTS.contains(old) && known(now);
        boolean printed = (known(old) || old.equals(SERIAL)) && TEXTS.contains(now);
        boolean counted = NUMBERS.contains(old) && NUMBERS.contains(now);
        return parsed || printed || counted
                ? Optional.of(new Conversion(to, (stored, zone) -> typed(to, text(from, stored))))
                : Optional.empty();
    }

    private static boolean known(String type) {
        return WORDS.contains(type) || NUMBERS.contains(type) || OTHERS.contains(type);
    }

    private static Optional<String> targets(TypedField<?> field) {
        return field.references().map(ReferenceOptions::form);
    }

    /**
     * The value under the new type.
     *
     * @param stored not null
     * @param zone where a day begins
     */
    public Result convert(JsonNode stored, ZoneId zone) {
        List<Finding> findings = new ArrayList<>();
        Optional<JsonNode> read = to.read(sent.apply(stored, zone), new Report("", findings))
                .filter(value -> !value.isNull() && !Finding.anyBlocks(findings));
        return new Result(
                read,
                read.isPresent()
                        ? ""
                        : findings.stream().map(Finding::code).findFirst().orElse("field.type"),
                read.isPresent() && reducing.test(stored));
    }

    /** Each line a paragraph, in the normal form of rich text; a line without words is none. */
    private static String paragraphs(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> "<p>"
                        + line.stripTrailing()
                                .replace("&", "&amp;")
                                .replace("<", "&lt;")
                                .replace(">", "&gt;") + "</p>")
                .collect(Collectors.joining());
    }

    private static String line(String text) {
        return text.replace('\n', ' ').replace('\t', ' ');
    }

    /** A stored value as it is exported; a list with semicolons, of rich text its words. */
    public static String text(TypedField<?> type, JsonNode stored) {
        if (type.type().key().equals(RICH)) {
            return type.capability(Maskable.class)
                    .map(maskable -> maskable.maskText(stored))
                    .orElseThrow();
        }
        if (stored.isTextual()) {
            return stored.textValue();
        }
        return SheetShape.toSheet(type.capability(Importable.class).map(Importable::shape), type.write(stored))
                .asText();
    }

    private static JsonNode typed(TypedField<?> to, String text) {
        return to.capability(Importable.class)
                .map(Importable::shape)
                .orElse(SheetShape.TEXT)
                .fromSheet(Json.NODES.textNode(text));
    }

    private static ArrayNode several(JsonNode stored) {
        return Json.NODES.arrayNode().add(stored);
    }

    private static JsonNode began(JsonNode stored, ZoneId zone) {
        return Json.NODES.textNode(LocalDate.parse(stored.textValue())
                .atStartOfDay(zone)
                .toOffsetDateTime()
                .toString());
    }
}
