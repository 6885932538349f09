package io.jianmi.form.field.department;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.definition.FieldOptions;
import io.jianmi.form.expression.Type;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.Computable;
import io.jianmi.form.field.FieldType;
import io.jianmi.form.field.Filterable;
import io.jianmi.form.field.Operator;
import io.jianmi.form.field.Operators;
import io.jianmi.form.field.OptionReader;
import io.jianmi.form.field.OrgValue;
import io.jianmi.form.field.Report;
import io.jianmi.form.field.Texts;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One department, stored as a department's id; the runtime checks that it exists and adds the name. */
public final class DepartmentType
        implements FieldType<FieldOptions.None>, Filterable, Computable<FieldOptions.None>, OrgValue {

    private static final int MAX_LENGTH = 255;

    @Override
    public String key() {
        return "department";
    }

    @Override
    public Class<FieldOptions.None> optionsType() {
        return FieldOptions.None.class;
    }

    @Override
    public FieldOptions.None options(OptionReader in) {
        return new FieldOptions.None();
    }

    @Override
    public Optional<JsonNode> read(JsonNode in, FieldOptions.None options, Report report) {
        return Texts.read(in, MAX_LENGTH, false, report);
    }

    @Override
    public ObjectNode write(JsonNode stored, FieldOptions.None options) {
        return Json.NODES.objectNode().set("id", stored);
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
        return Operators.plus(Operators.EQUALITY, Operator.MY_DEPARTMENTS, Operator.BELOW);
    }

    @Override
    public Optional<JsonNode> fromResult(@Nullable Object result, FieldOptions.None options) {
        if (result == null) {
            return Optional.of(Json.NODES.nullNode());
        }
        return result instanceof String id ? Optional.of(Json.NODES.textNode(id)) : Optional.empty();
    }

    @Override
    public Unit unit() {
        return Unit.DEPARTMENT;
    }
}
