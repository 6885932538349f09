package io.jianmi.form.field.region;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.definition.FieldOptions;
import io.jianmi.form.expression.Type;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.Computable;
import io.jianmi.form.field.Filterable;
import io.jianmi.form.field.Importable;
import io.jianmi.form.field.Operator;
import io.jianmi.form.field.Operators;
import io.jianmi.form.field.Optionless;
import io.jianmi.form.field.Report;
import io.jianmi.form.field.Sortable;
import io.jianmi.form.field.Texts;
import io.jianmi.form.field.TypedField;
import java.util.Optional;
import java.util.Set;

/**
 * A province, city or county of China as its code of six digits. A code starts with the digits of what it lies in, so a filter by the
 * start finds all below.
 */
public final class RegionType implements Optionless, Filterable, Sortable, Computable<FieldOptions.None>, Importable {

    private static final int LENGTH = 6;

    private final Divisions divisions = Divisions.load();

    @Override
    public String key() {
        return "region";
    }

    @Override
    public Optional<JsonNode> read(JsonNode in, FieldOptions.None options, Report report) {
        return Texts.read(in, LENGTH, false, report).filter(code -> {
            boolean known = code.isNull() || divisions.has(code.textValue());
            if (!known) {
                report.error("field.region-unknown");
            }
            return known;
        });
    }

    /** A code that is no longer given may still stand in old records. */
    @Override
    public Optional<JsonNode> operand(Operator operator, JsonNode in, TypedField<?> field, Report report) {
        return Texts.read(in, LENGTH, false, report);
    }

    @Override
    public ColumnType column(FieldOptions.None options) {
        return ColumnType.TEXT;
    }

    @Override
    public Type valueType(FieldOptions.None options) {
        return Type.STRING;
    }

    @Override
    public Set<Operator> operators() {
        return Operators.plus(Operators.EQUALITY, Operator.STARTS_WITH);
    }

    @Override
    public Optional<JsonNode> fromResult(Object result, FieldOptions.None options) {
        return result instanceof String code && divisions.has(code)
                ? Optional.of(Json.NODES.textNode(code))
                : Optional.empty();
    }
}
