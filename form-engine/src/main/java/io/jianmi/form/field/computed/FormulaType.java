package io.jianmi.form.field.computed;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.form.definition.FieldOptions;
import io.jianmi.form.expression.Type;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.Computable;
import io.jianmi.form.field.FieldType;
import io.jianmi.form.field.OptionReader;
import io.jianmi.form.field.Report;
import io.jianmi.form.field.TypedField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a formula gives, as a value of the type that the field names ({@code "of"}, a number when it names none). Such a field is one
 * of that type in all but its name: it is kept, filtered, sorted and shown like it.
 */
public final class FormulaType implements FieldType<FormulaOptions> {

    private final Map<String, FieldType<?>> results = new LinkedHashMap<>();
    private final FieldType<?> usual;

    /** @param results types that a formula may give, the usual one first; each {@link Computable} */
    public FormulaType(List<FieldType<?>> results) {
        this.usual = results.get(0);
        for (FieldType<?> type : results) {
            if (type.capability(Computable.class).isEmpty()) {
                throw new IllegalArgumentException("nothing computes " + type.key());
            }
            this.results.put(type.key(), type);
        }
    }

    @Override
    public String key() {
        return "formula";
    }

    @Override
    public Class<FormulaOptions> optionsType() {
        return FormulaOptions.class;
    }

    @Override
    public FormulaOptions options(OptionReader in) {
        if (in.text("formula") == null) {
            in.report().error("field.formula-missing");
        }
        FieldType<?> type = results.get(Objects.requireNonNullElse(in.text("of"), usual.key()));
        if (type == null) {
            in.report().child("of").error("field.formula-type", Map.of("types", List.copyOf(results.keySet())));
            type = usual;
        }
        return new FormulaOptions(type.with(type.options(in)));
    }

    @Override
    public TypedField<?> with(FieldOptions options) {
        return optionsType().cast(options).result();
    }

    @Override
    public Optional<JsonNode> read(JsonNode in, FormulaOptions options, Report report) {
        return options.result().read(in, report);
    }

    @Override
    public ColumnType column(FormulaOptions options) {
        return options.result().column();
    }

    @Override
    public Type valueType(FormulaOptions options) {
        return options.result().valueType();
    }
}
