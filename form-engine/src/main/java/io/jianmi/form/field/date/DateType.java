package io.jianmi.form.field.date;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.definition.FieldOptions;
import io.jianmi.form.expression.Type;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.Computable;
import io.jianmi.form.field.Filterable;
import io.jianmi.form.field.Maskable;
import io.jianmi.form.field.Operator;
import io.jianmi.form.field.Operators;
import io.jianmi.form.field.Optionless;
import io.jianmi.form.field.Report;
import io.jianmi.form.field.Sortable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A day, {@code yyyy-MM-dd} (RFC 3339 full-date) of the years 1 to 9999. */
public final class DateType implements Optionless, Filterable, Sortable, Maskable, Computable<FieldOptions.None> {

    private static final int LENGTH = 10;

    @Override
    public String key() {
        return "date";
    }

    @Override
    public Optional<JsonNode> read(JsonNode in, FieldOptions.None options, Report report) {
        if (!in.isTextual()) {
            report.error("field.type", Map.of("expected", "date"));
            return Optional.empty();
        }
        String text = in.textValue().strip();
        if (text.isEmpty()) {
            return Optional.of(Json.NODES.nullNode());
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (text.length() == LENGTH && day.getYear() >= 1) {
                return Optional.of(Json.NODES.textNode(day.toString()));
            }
        } catch (DateTimeException e) {
            // reported below: the parser's message would quote the value
        }
        report.error("field.date-invalid");
        return Optional.empty();
    }

    @Override
    public ColumnType column(FieldOptions.None options) {
        return ColumnType.DATE;
    }

    @Override
    public Type valueType(FieldOptions.None options) {
        return Type.DATE;
    }

    @Override
    public Set<Operator> operators() {
        return Operators.ORDER;
    }

    @Override
    public Optional<JsonNode> fromResult(Object result, FieldOptions.None options) {
        return result instanceof LocalDate day ? Optional.of(Json.NODES.textNode(day.toString())) : Optional.empty();
    }
}
