package io.jianmi.form.field.cascade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.expression.Type;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.FieldType;
import io.jianmi.form.field.Filterable;
import io.jianmi.form.field.Importable;
import io.jianmi.form.field.Operator;
import io.jianmi.form.field.Operators;
import io.jianmi.form.field.OptionReader;
import io.jianmi.form.field.OptionValues;
import io.jianmi.form.field.Report;
import io.jianmi.form.field.SheetShape;
import io.jianmi.form.field.Texts;
import io.jianmi.form.field.TypedField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A path down a tree of options, all its values from the top to the last choice; filters ask for a value at any level. */
public final class CascadeType implements FieldType<CascadeOptions>, Filterable, Importable {

    @Override
    public String key() {
        return "cascade";
    }

    @Override
    public Class<CascadeOptions> optionsType() {
        return CascadeOptions.class;
    }

    @Override
    public CascadeOptions options(OptionReader in) {
        CascadeOptions options =
                CascadeOptions.of(in.node().path("options"), in.report().child("options"));
        int levels = in.integer("levels", options.depth());
        if (options.depth() > levels) {
            in.report().child("options").error("field.too-many-levels", Map.of("levels", levels));
        }
        return options;
    }

    @Override
    public Optional<JsonNode> read(JsonNode in, CascadeOptions options, Report report) {
        if (!in.isArray()) {
            report.error("field.type", Map.of("expected", "array"));
            return Optional.empty();
        }
        int before = report.findings().size();
        ArrayNode path = Json.NODES.arrayNode(in.size());
        List<String> values = new ArrayList<>();
        for (int i = 0; i < in.size(); i++) {
            Texts.read(in.get(i), OptionValues.MAX_LENGTH, false, report.child(i))
                    .ifPresent(value -> {
                        path.add(value);
                        values.add(value.asText());
                    });
        }
        if (report.findings().size() > before) {
            return Optional.empty();
        }
        if (values.isEmpty()) {
            return Optional.of(Json.NODES.nullNode());
        }
        if (!options.leads(values)) {
            report.error("field.option-unknown");
            return Optional.empty();
        }
        return Optional.of(path);
    }

    @Override
    public Optional<JsonNode> operand(Operator operator, JsonNode in, TypedField<?> field, Report report) {
        return Texts.read(in, OptionValues.MAX_LENGTH, false, report);
    }

    @Override
    public ColumnType column(CascadeOptions options) {
        return ColumnType.TEXT_ARRAY;
    }

    @Override
    public Type valueType(CascadeOptions options) {
        return Type.list(Type.STRING);
    }

    @Override
    public Set<Operator> operators() {
        return Operators.LIST;
    }

    @Override
    public SheetShape shape() {
        return SheetShape.LIST;
    }
}
