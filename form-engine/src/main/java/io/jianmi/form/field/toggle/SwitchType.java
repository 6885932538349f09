package io.jianmi.form.field.toggle;

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
import io.jianmi.form.field.SheetShape;
import io.jianmi.form.field.Sortable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Yes or no; empty while nobody has said. */
public final class SwitchType implements Optionless, Filterable, Sortable, Computable<FieldOptions.None>, Importable {

    @Override
    public String key() {
        return "switch";
    }

    @Override
    public Optional<JsonNode> read(JsonNode in, FieldOptions.None options, Report report) {
        if (!in.isBoolean()) {
            report.error("field.type", Map.of("expected", "boolean"));
            return Optional.empty();
        }
        return Optional.of(in);
    }

    @Override
    public ColumnType column(FieldOptions.None options) {
        return ColumnType.BOOLEAN;
    }

    @Override
    public Type valueType(FieldOptions.None options) {
        return Type.BOOLEAN;
    }

    @Override
    public Set<Operator> operators() {
        return Operators.EQUALITY;
    }

    @Override
    public Optional<JsonNode> fromResult(Object result, FieldOptions.None options) {
        return result instanceof Boolean yes ? Optional.of(Json.NODES.booleanNode(yes)) : Optional.empty();
    }

    @Override
    public SheetShape shape() {
        return SheetShape.FLAG;
    }
}
