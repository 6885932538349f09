package io.jianmi.form.field.choice;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.expression.Type;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.Computable;
import io.jianmi.form.field.FieldType;
import io.jianmi.form.field.Filterable;
import io.jianmi.form.field.Operator;
import io.jianmi.form.field.Operators;
import io.jianmi.form.field.OptionReader;
import io.jianmi.form.field.Report;
import io.jianmi.form.field.Sortable;
import io.jianmi.form.field.Texts;
import io.jianmi.form.field.TypedField;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** One value of a list that the designer wrote. */
public final class ChoiceType implements FieldType<ChoiceOptions>, Filterable, Sortable, Computable<ChoiceOptions> {

    private static final int MAX_LENGTH = 200;

    @Override
    public String key() {
        return "choice";
    }

    @Override
    public Class<ChoiceOptions> optionsType() {
        return ChoiceOptions.class;
    }

    @Override
    public ChoiceOptions options(OptionReader in) {
        Set<String> values = new LinkedHashSet<>();
        int position = 0;
        for (JsonNode option : in.node().path("options")) {
            String value = Texts.clean(option.path("value").asText(""));
            if (!values.add(value)) {
                in.report().child("options").child(position).error("field.option-duplicate");
            }
            position++;
        }
        return new ChoiceOptions(values);
    }

    @Override
    public Optional<JsonNode> read(JsonNode in, ChoiceOptions options, Report report) {
        return Texts.read(in, MAX_LENGTH, false, report).filter(value -> {
            if (value.isNull() || options.values().contains(value.textValue())) {
                return true;
            }
            report.error("field.option-unknown");
            return false;
        });
    }

    /** An operand may be a value that the list no longer has: old records still hold it. */
    @Override
    public Optional<JsonNode> operand(Operator operator, JsonNode in, TypedField<?> field, Report report) {
        return Texts.read(in, MAX_LENGTH, false, report);
    }

    @Override
    public ColumnType column(ChoiceOptions options) {
        return ColumnType.TEXT;
    }

    @Override
    public Type valueType(ChoiceOptions options) {
        return Type.STRING;
    }

    @Override
    public Set<Operator> operators() {
        return Operators.EQUALITY;
    }

    @Override
    public Optional<JsonNode> fromResult(Object result, ChoiceOptions options) {
        return result instanceof String value && options.values().contains(value)
                ? Optional.of(Json.NODES.textNode(value))
                : Optional.empty();
    }
}
