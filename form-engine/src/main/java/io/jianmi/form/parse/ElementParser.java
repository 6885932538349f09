package io.jianmi.form.parse;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.form.definition.LayoutBlock;
import io.jianmi.form.definition.LayoutElement;
import io.jianmi.form.definition.LocalText;
import io.jianmi.form.field.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Sections, tabs and notes among the fields of a form, which hold no value. */
final class ElementParser {

    /** Options of a field that mean nothing without a value. */
    private static final Set<String> OF_VALUES = Set.of(
            "required",
            "requiredWhen",
            "unique",
            "readOnly",
            "default",
            "formula",
            "linkage",
            "sensitivity",
            "placeholder");

    private ElementParser() {}

    static List<LayoutElement> parse(JsonNode fields, Report report) {
        List<LayoutElement> elements = new ArrayList<>();
        List<JsonNode> items = Nodes.items(fields);
        for (int i = 0; i < items.size(); i++) {
            JsonNode node = items.get(i);
            String key = Nodes.text(node, "key");
            String type = Nodes.text(node, "type");
            if (key != null && type != null && LayoutElement.TYPES.contains(type)) {
                elements.add(element(node, key, type, report.child(i)));
            }
        }
        return elements;
    }

    private static LayoutElement element(JsonNode node, String key, String type, Report place) {
        OF_VALUES.stream()
                .filter(node::has)
                .sorted()
                .forEach(option -> place.child(option).error("layout.holds-no-value"));
        List<LayoutBlock> parts = new ArrayList<>();
        if (type.equals("section")) {
            parts.add(block(node, "title", place.pointer()));
        } else {
            List<JsonNode> tabs = Nodes.items(node.path("tabs"));
            for (int i = 0; i < tabs.size(); i++) {
                parts.add(
                        block(tabs.get(i), "title", place.child("tabs").child(i).pointer()));
            }
        }
        return new LayoutElement(place.pointer(), key, type, LocalText.of(node.path("text")), parts);
    }

    /** @param title the member that holds the heading */
    static LayoutBlock block(JsonNode node, String title, String pointer) {
        return new LayoutBlock(
                pointer,
                LocalText.of(node.path(title)),
                Objects.requireNonNullElse(Nodes.integer(node, "columns"), 1),
                Nodes.texts(node, "fields"));
    }
}
