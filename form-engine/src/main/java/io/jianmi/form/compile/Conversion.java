package io.jianmi.form.compile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.field.Importable;
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

    /** One of something to several of it. */
    private static final Map<String, String> SEVERAL =
            Map.of("choice", "multi-choice", "member", "members", "department", "departments", "relation", "relations");

    private final TypedField<?> to;
    private final BiFunction<JsonNode, ZoneId, JsonNode> sent;

    private Conversion(TypedField<?> to, BiFunction<JsonNode, ZoneId, JsonNode> sent) {
        this.to = to;
        this.sent = sent;
    }

    /**
     * What became of a value.
     *
     * @param value empty where it cannot be converted
     * @param code why not; empty where it can
     */
    public record Result(Optional<JsonNode> value, String code) {}

    /** Empty where values of the one type are none of the other. */
    public static Optional<Conversion> between(TypedField<?> from, TypedField<?> to) {
        String old = from.type().key();
        String now = to.type().key();
        if (now.equals(SEVERAL.get(old))) {
            return targets(from).equals(targets(to))
                    ? Optional.of(new Conversion(to, (stored, zone) -> several(stored)))
                    : Optional.empty();
        }
        if (old.equals("date") && now.equals("date-time")) {
            return Optional.of(new Conversion(to, Conversion::began));
        }
        boolean parsed = TEXTS.contains(old) && known(now);
        boolean printed = known(old) && TEXTS.contains(now);
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
                        : findings.stream().map(Finding::code).findFirst().orElse("field.type"));
    }

    /** A stored value as it is exported; a list with semicolons. */
    public static String text(TypedField<?> type, JsonNode stored) {
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
