package io.jianmi.form.field.relation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.expression.Type;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.FieldType;
import io.jianmi.form.field.Filterable;
import io.jianmi.form.field.Importable;
import io.jianmi.form.field.Operator;
import io.jianmi.form.field.Operators;
import io.jianmi.form.field.OptionReader;
import io.jianmi.form.field.ReferenceOptions;
import io.jianmi.form.field.Report;
import io.jianmi.form.field.SheetShape;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One record of another form, stored as its id; the runtime adds its title. */
public final class RelationType implements FieldType<ReferenceOptions>, Filterable, Importable {

    @Override
    public String key() {
        return "relation";
    }

    @Override
    public Class<ReferenceOptions> optionsType() {
        return ReferenceOptions.class;
    }

    @Override
    public ReferenceOptions options(OptionReader in) {
        return ReferenceOptions.of(in);
    }

    @Override
    public Optional<JsonNode> read(JsonNode in, ReferenceOptions options, Report report) {
        if (!in.isTextual()) {
            report.error("field.type", Map.of("expected", "id"));
            return Optional.empty();
        }
        return in.textValue().isBlank()
                ? Optional.of(Json.NODES.nullNode())
                : ReferenceOptions.id(in.textValue(), report).map(Json.NODES::textNode);
    }

    @Override
    public ObjectNode write(JsonNode stored, ReferenceOptions options) {
        return Json.NODES.objectNode().set("id", stored);
    }

    @Override
    public ColumnType column(ReferenceOptions options) {
        return ColumnType.UUID;
    }

    @Override
    public Type valueType(ReferenceOptions options) {
        return Type.STRING;
    }

    @Override
    public Set<Operator> operators() {
        return Operators.EQUALITY;
    }

    @Override
    public SheetShape shape() {
        return SheetShape.REFERENCE;
    }
}
