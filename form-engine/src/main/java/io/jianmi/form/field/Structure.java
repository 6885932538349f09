package io.jianmi.form.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.definition.FieldOptions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The family of values with parts, kept as one JSON object: a context to expressions, and whatever context has its parts is a value
 * of it.
 */
public interface Structure extends Optionless, Computable<FieldOptions.None>, Importable {

    /** Names of the parts, in order. */
    List<String> parts();

    @Override
    default ColumnType column(FieldOptions.None options) {
        return ColumnType.JSONB;
    }

    /** Every part is an entry: what is not there is null. */
    @Override
    default @Nullable Object toExpression(JsonNode stored, FieldOptions.None options) {
        if (stored.isNull()) {
            return null;
        }
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        for (String part : parts()) {
            JsonNode value = stored.path(part);
            entries.put(part, value.isNumber() ? value.decimalValue() : value.textValue());
        }
        return entries;
    }

    @Override
    default Optional<JsonNode> fromResult(Object result, FieldOptions.None options) {
        if (!(result instanceof Map<?, ?> entries)) {
            return Optional.empty();
        }
        ObjectNode sent = Json.NODES.objectNode();
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            String part = String.valueOf(entry.getKey());
            if (entry.getValue() instanceof BigDecimal number) {
                sent.put(part, number);
            } else if (entry.getValue() instanceof String text) {
                sent.put(part, text);
            } else if (entry.getValue() != null) {
                return Optional.empty();
            }
        }
        return read(sent, options, new Report("", new ArrayList<>()));
    }

    @Override
    default SheetShape shape() {
        return SheetShape.STRUCTURE;
    }
}
