package io.jianmi.form.field.relation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.expression.Type;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.FieldType;
import io.jianmi.form.field.Filterable;
import io.jianmi.form.field.Operator;
import io.jianmi.form.field.Operators;
import io.jianmi.form.field.OptionReader;
import io.jianmi.form.field.References;
import io.jianmi.form.field.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** One record of another form, stored as its id; the runtime checks that it exists and adds its title. */
public final class RelationType implements FieldType<RelationOptions>, Filterable, References<RelationOptions> {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Override
    public String key() {
        return "relation";
    }

    @Override
    public Class<RelationOptions> optionsType() {
        return RelationOptions.class;
    }

    @Override
    public RelationOptions options(OptionReader in) {
        List<String> show = new ArrayList<>();
        in.node().path("show").forEach(key -> show.add(key.asText()));
        return new RelationOptions(Objects.requireNonNullElse(in.text("form"), ""), show, in.flag("subject"));
    }

    @Override
    public Optional<JsonNode> read(JsonNode in, RelationOptions options, Report report) {
        if (!in.isTextual()) {
            report.error("field.type", Map.of("expected", "id"));
            return Optional.empty();
        }
        String id = in.textValue().strip().toLowerCase(Locale.ROOT);
        if (id.isEmpty()) {
            return Optional.of(Json.NODES.nullNode());
        }
        if (!UUID.matcher(id).matches()) {
            report.error("field.id-invalid");
            return Optional.empty();
        }
        return Optional.of(Json.NODES.textNode(id));
    }

    @Override
    public ObjectNode write(JsonNode stored, RelationOptions options) {
        return Json.NODES.objectNode().set("id", stored);
    }

    @Override
    public ColumnType column(RelationOptions options) {
        return ColumnType.UUID;
    }

    @Override
    public Type valueType(RelationOptions options) {
        return Type.STRING;
    }

    @Override
    public Set<Operator> operators() {
        return Operators.EQUALITY;
    }

    @Override
    public String form(RelationOptions options) {
        return options.form();
    }

    @Override
    public List<String> show(RelationOptions options) {
        return options.show();
    }

    @Override
    public boolean subject(RelationOptions options) {
        return options.subject();
    }
}
