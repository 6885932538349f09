package io.jianmi.form.field.address;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.sensitivity.DataCategory;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.definition.FieldOptions;
import io.jianmi.form.expression.Type;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.Importable;
import io.jianmi.form.field.Maskable;
import io.jianmi.form.field.Optionless;
import io.jianmi.form.field.Report;
import io.jianmi.form.field.SheetShape;
import io.jianmi.form.field.Texts;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An address: one text, or {@code {"region","detail"}}. In expressions and masks it is one text. */
public final class AddressType implements Optionless, Maskable, Importable {

    private static final int MAX_LENGTH = 300;
    private static final Set<String> PARTS = Set.of("region", "detail");

    @Override
    public String key() {
        return "address";
    }

    @Override
    public Optional<JsonNode> read(JsonNode in, FieldOptions.None options, Report report) {
        if (in.isTextual()) {
            return Texts.read(in, MAX_LENGTH, false, report);
        }
        if (!in.isObject()) {
            report.error("field.type", Map.of("expected", "address"));
            return Optional.empty();
        }
        int before = report.findings().size();
        ObjectNode address = Json.NODES.objectNode();
        in.properties().forEach(part -> {
            if (!PARTS.contains(part.getKey())) {
                report.error("field.type", Map.of("expected", "address"));
            } else if (!part.getValue().isNull()) {
                Texts.read(part.getValue(), MAX_LENGTH, false, report.child(part.getKey()))
                        .filter(JsonNode::isTextual)
                        .ifPresent(text -> address.set(part.getKey(), text));
            }
        });
        if (report.findings().size() > before) {
            return Optional.empty();
        }
        return Optional.of(address.isEmpty() ? Json.NODES.nullNode() : address);
    }

    /** A text or an object: both are JSON. */
    @Override
    public ColumnType column(FieldOptions.None options) {
        return ColumnType.JSONB;
    }

    @Override
    public Type valueType(FieldOptions.None options) {
        return Type.STRING;
    }

    @Override
    public @Nullable Object toExpression(JsonNode stored, FieldOptions.None options) {
        return stored.isNull() ? null : maskText(stored);
    }

    @Override
    public Sensitivity leastLevel() {
        return Sensitivity.PERSONAL;
    }

    @Override
    public Optional<DataCategory> category() {
        return Optional.of(DataCategory.ADDRESS);
    }

    @Override
    public String maskText(JsonNode stored) {
        return stored.isTextual()
                ? stored.textValue()
                : stored.path("region").asText("") + stored.path("detail").asText("");
    }

    @Override
    public SheetShape shape() {
        return SheetShape.STRUCTURE;
    }
}
