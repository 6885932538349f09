package io.jianmi.form.field;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.definition.FieldOptions;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The family of days, times and durations: texts of ISO 8601 that stand for an ordered value. */
public abstract class IsoText implements Optionless, Filterable, Sortable, Computable<FieldOptions.None>, Importable {

    private static final int LONGEST = 40;

    private final String key;

    protected IsoText(String key) {
        this.key = key;
    }

    /**
     * The stored text of what was typed; empty when it is out of bounds.
     *
     * @throws DateTimeException when it is no such text; the message quotes the value and goes nowhere
     */
    protected abstract Optional<String> stored(String typed);

    /** The stored text of an expression's result; empty when it is of another kind. */
    protected abstract Optional<String> computed(Object result);

    @Override
    public final String key() {
        return key;
    }

    @Override
    public final Optional<JsonNode> read(JsonNode in, FieldOptions.None options, Report report) {
        if (!in.isTextual()) {
            report.error("field.type", Map.of("expected", key));
            return Optional.empty();
        }
        String typed = in.textValue().strip();
        if (typed.isEmpty()) {
            return Optional.of(Json.NODES.nullNode());
        }
        Optional<JsonNode> stored = parsed(typed);
        if (stored.isEmpty()) {
            report.error("field." + key + "-invalid");
        }
        return stored;
    }

    private Optional<JsonNode> parsed(String typed) {
        try {
            return typed.length() > LONGEST ? Optional.empty() : stored(typed).map(Json.NODES::textNode);
        } catch (DateTimeException | ArithmeticException refused) {
            return Optional.empty();
        }
    }

    @Override
    public final Set<Operator> operators() {
        return Operators.ORDER;
    }

    @Override
    public final Optional<JsonNode> fromResult(Object result, FieldOptions.None options) {
        return computed(result).map(Json.NODES::textNode);
    }
}
