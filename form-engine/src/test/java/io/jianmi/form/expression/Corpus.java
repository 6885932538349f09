package io.jianmi.form.expression;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The shared corpus {@code expression/corpus.json}, read the way a record's JSON is. */
final class Corpus {

    /** @param expected in canonical text, as {@link TrialValues} writes it; booleans and null as JSON */
    record Case(String expression, JsonNode variables, JsonNode expected) {
        @Override
        public String toString() {
            return expression + " on " + variables;
        }
    }

    static final JsonNode FILE = read();
    static final Names NAMES = names(FILE.get("names")).withUser();

    private Corpus() {}

    private static JsonNode read() {
        try (InputStream file = Corpus.class.getResourceAsStream("/expression/corpus.json")) {
            return Json.parse(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Expressions expressions() {
        return new Expressions(
                InstantSource.fixed(Instant.parse(FILE.get("now").textValue())),
                ZoneId.of(FILE.get("zone").textValue()));
    }

    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        FILE.get("cases")
                .forEach(c ->
                        cases.add(new Case(c.get("expression").textValue(), c.get("variables"), c.get("expected"))));
        return cases;
    }

    static CompiledExpression compile(Expressions expressions, String text) {
        Compilation compilation = expressions.compile(text, NAMES, Type.ANY);
        return compilation.expression().orElseThrow(() -> new AssertionError(text + ": " + compilation.findings()));
    }

    private static Names names(JsonNode types) {
        Names names = Names.none();
        for (Map.Entry<String, JsonNode> entry : types.properties()) {
            names = names.with(entry.getKey(), type(entry.getValue()), Sensitivity.INTERNAL);
        }
        return names;
    }

    private static Type type(JsonNode node) {
        if (node.isArray()) {
            return Type.list(type(node.get(0)));
        }
        if (node.isObject()) {
            return Type.context(names(node));
        }
        return switch (node.textValue()) {
            case "number" -> Type.NUMBER;
            case "string" -> Type.STRING;
            case "boolean" -> Type.BOOLEAN;
            case "date" -> Type.DATE;
            case "date-time" -> Type.DATE_TIME;
            default -> throw new IllegalArgumentException(node.toString());
        };
    }

    @SuppressWarnings("NullAway") // an empty field is null
    static Map<String, Object> variables(Names names, JsonNode values) {
        Map<String, Object> variables = new HashMap<>();
        values.properties()
                .forEach(entry -> variables.put(
                        entry.getKey(),
                        value(names.find(entry.getKey()).orElseThrow().type(), entry.getValue())));
        return variables;
    }

    private static @Nullable Object value(Type type, JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        return switch (type.kind()) {
            case NUMBER -> new BigDecimal(node.textValue());
            case BOOLEAN -> node.booleanValue();
            case DATE -> LocalDate.parse(node.textValue());
            case DATE_TIME -> OffsetDateTime.parse(node.textValue());
            case LIST -> {
                List<@Nullable Object> items = new ArrayList<>();
                node.forEach(item -> items.add(value(type.elementOrAny(), item)));
                yield items;
            }
            case CONTEXT -> variables(Objects.requireNonNull(type.entries()), node);
            default -> node.textValue();
        };
    }

    /** A result in the form of {@link Case#expected}. */
    static JsonNode canonical(@Nullable Object value) {
        return value instanceof Boolean bool
                ? Json.NODES.booleanNode(bool)
                : TrialValues.describe(value).value().orElseThrow();
    }
}
