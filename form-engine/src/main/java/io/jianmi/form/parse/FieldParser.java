package io.jianmi.form.parse;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.privacy.sensitivity.DataCategory;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.definition.DefaultValue;
import io.jianmi.form.definition.FieldDefinition;
import io.jianmi.form.definition.FieldOptions;
import io.jianmi.form.definition.LayoutElement;
import io.jianmi.form.definition.LocalText;
import io.jianmi.form.definition.SensitivityTag;
import io.jianmi.form.field.FieldTypes;
import io.jianmi.form.field.OptionReader;
import io.jianmi.form.field.Report;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Field objects to field definitions. A field without key or type is left out; one of a type not built yet is kept, without options. */
final class FieldParser {

    private final FieldTypes types;

    FieldParser(FieldTypes types) {
        this.types = types;
    }

    /** The fields of a form; its {@linkplain ElementParser elements without a value} share the keys and stay out. */
    List<FieldDefinition> parse(JsonNode fields, Report report) {
        return parse(fields, report, false);
    }

    private List<FieldDefinition> cells(JsonNode fields, Report report) {
        return parse(fields, report, true);
    }

    private List<FieldDefinition> parse(JsonNode fields, Report report, boolean rows) {
        List<FieldDefinition> parsed = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        List<JsonNode> items = Nodes.items(fields);
        for (int i = 0; i < items.size(); i++) {
            JsonNode node = items.get(i);
            Report place = report.child(i);
            String key = Nodes.text(node, "key");
            String type = Nodes.text(node, "type");
            if (key == null || type == null) {
                continue;
            }
            if (!keys.add(key)) {
                place.child("key").error("field.duplicate-key", Map.of("key", key));
                continue;
            }
            if (ReservedKeys.contains(key)) {
                place.child("key").error("field.reserved-key", Map.of("key", key));
            }
            if (!LayoutElement.TYPES.contains(type)) {
                parsed.add(field(node, key, type, place));
            } else if (rows) {
                place.child("type").error("layout.in-subform");
            }
        }
        return parsed;
    }

    private FieldDefinition field(JsonNode node, String key, String type, Report place) {
        return new FieldDefinition(
                place.pointer(),
                key,
                type,
                LocalText.of(node.path("title")),
                Nodes.flag(node, "required"),
                Nodes.text(node, "requiredWhen"),
                Nodes.flag(node, "unique"),
                Nodes.flag(node, "readOnly"),
                Nodes.flag(node, "hidden"),
                defaultValue(node),
                Nodes.text(node, "formula"),
                tag(node.path("sensitivity")),
                options(node, type, place));
    }

    private FieldOptions options(JsonNode node, String type, Report place) {
        return types.find(type)
                .<FieldOptions>map(known -> known.options(new OptionReader(node, place, this::cells)))
                .orElseGet(() -> {
                    place.child("type").error("field.type-unsupported", Map.of("type", type));
                    return new FieldOptions.None();
                });
    }

    /** A linkage of the field itself is what it begins with, as one of its default. */
    private static @Nullable DefaultValue defaultValue(JsonNode field) {
        JsonNode node = field.path("default");
        if (field.path("linkage").isObject()) {
            return linkage("/linkage", field.path("linkage"));
        }
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isObject()) {
            return new DefaultValue.Constant(node);
        }
        String formula = Nodes.text(node, "formula");
        if (formula != null) {
            return new DefaultValue.Formula(formula);
        }
        return linkage("/default/linkage", node.path("linkage"));
    }

    private static DefaultValue linkage(String place, JsonNode linkage) {
        return new DefaultValue.Linkage(
                place,
                Nodes.text(linkage, "form", ""),
                Nodes.text(linkage, "where", ""),
                Nodes.text(linkage, "field", ""));
    }

    private static @Nullable SensitivityTag tag(JsonNode node) {
        String level = Nodes.text(node, "level");
        if (level == null) {
            return null;
        }
        String kind = Nodes.text(node, "kind");
        return new SensitivityTag(
                Sensitivity.parse(level),
                kind == null ? null : DataCategory.parse(kind).orElse(null),
                Nodes.set(node, "purposes"),
                Nodes.set(node, "search"),
                Nodes.text(node, "mask"),
                Nodes.text(node, "retention"),
                Nodes.text(node, "lawfulBasis"),
                Nodes.text(node, "waiver"));
    }
}
