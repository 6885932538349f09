package io.jianmi.form.field.choice;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.expression.Type;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.Computable;
import io.jianmi.form.field.FieldType;
import io.jianmi.form.field.Filterable;
import io.jianmi.form.field.Importable;
import io.jianmi.form.field.Operator;
import io.jianmi.form.field.Operators;
import io.jianmi.form.field.OptionReader;
import io.jianmi.form.field.OptionValues;
import io.jianmi.form.field.Report;
import io.jianmi.form.field.Sortable;
import io.jianmi.form.field.Texts;
import io.jianmi.form.field.TypedField;
import java.util.Optional;
import java.util.Set;

/** One value of a list that the designer wrote. */
public final class ChoiceType
        implements FieldType<OptionValues>, Filterable, Sortable, Computable<OptionValues>, Importable {

    @Override
    public String key() {
        return "choice";
    }

    @Override
    public Class<OptionValues> optionsType() {
        return OptionValues.class;
    }

    @Override
    public OptionValues options(OptionReader in) {
        return OptionValues.of(in);
    }

    @Override
    public Optional<JsonNode> read(JsonNode in, OptionValues options, Report report) {
        return Texts.read(in, OptionValues.MAX_LENGTH, false, report)
                .filter(value -> value.isNull() || options.offers(value.textValue(), report));
    }

    /** An operand may be a value that the list no longer has: old records still hold it. */
    @Override
    public Optional<JsonNode> operand(Operator operator, JsonNode in, TypedField<?> field, Report report) {
        return Texts.read(in, OptionValues.MAX_LENGTH, false, report);
    }

    @Override
    public ColumnType column(OptionValues options) {
        return ColumnType.TEXT;
    }

    @Override
    public Type valueType(OptionValues options) {
        return Type.STRING;
    }

    @Override
    public Set<Operator> operators() {
        return Operators.EQUALITY;
    }

    @Override
    public Optional<JsonNode> fromResult(Object result, OptionValues options) {
        return result instanceof String value && options.values().contains(value)
                ? Optional.of(Json.NODES.textNode(value))
                : Optional.empty();
    }
}
