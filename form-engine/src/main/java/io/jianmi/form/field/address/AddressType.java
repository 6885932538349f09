package io.jianmi.form.field.address;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.sensitivity.DataCategory;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.definition.FieldOptions;
import io.jianmi.form.expression.Names;
import io.jianmi.form.expression.Type;
import io.jianmi.form.field.Maskable;
import io.jianmi.form.field.Report;
import io.jianmi.form.field.Structure;
import io.jianmi.form.field.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An address: one text, or {@code {"region","detail"}}. To expressions it has both parts, a text being the detail; to masks it is one text. */
public final class AddressType implements Structure, Maskable {

    private static final int MAX_LENGTH = 300;
    private static final List<String> PARTS = List.of("region", "detail");
    private static final Type TYPE =
            Type.context(Names.none().part("region", Type.STRING).part("detail", Type.STRING));

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

    @Override
    public List<String> parts() {
        return PARTS;
    }

    @Override
    public Type valueType(FieldOptions.None options) {
        return TYPE;
    }

    /** An address, or a text. */
    @Override
    public Type takes() {
        return Type.ANY;
    }

    @Override
    public @Nullable Object toExpression(JsonNode stored, FieldOptions.None options) {
        JsonNode whole = stored.isTextual() ? Json.NODES.objectNode().set("detail", stored) : stored;
        return Structure.super.toExpression(whole, options);
    }

    @Override
    public Optional<JsonNode> fromResult(Object result, FieldOptions.None options) {
        return result instanceof String text
                ? read(Json.NODES.textNode(text), options, new Report("", new ArrayList<>()))
                : Structure.super.fromResult(result, options);
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
}
