package io.jianmi.form.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the fields of a published form stand: blocks of the layout with their sections, tabs and notes, and what no block names at the end.
 * Pure.
 */
final class PaperLayout {

    private final Map<String, JsonNode> entries = new LinkedHashMap<>();
    private final List<JsonNode> blocks = new ArrayList<>();

    /** @param form as {@code PublishedForm} makes it for the reader */
    PaperLayout(JsonNode form) {
        form.path("fields").forEach(entry -> entries.put(entry.path("key").asText(), entry));
        Set<String> named = new LinkedHashSet<>();
        form.path("layout").forEach(block -> named(block.path("fields"), named));
        entries.values().stream()
                .filter(PaperLayout::isElement)
                .forEach(element -> parts(element).forEach(part -> named(part.path("fields"), named)));
        form.path("layout").forEach(blocks::add);
        ArrayNode rest = Json.NODES.arrayNode();
        entries.keySet().stream().filter(key -> !named.contains(key)).forEach(rest::add);
        if (!rest.isEmpty()) {
            ObjectNode last = Json.NODES.objectNode().put("columns", 2);
            last.set("fields", rest);
            blocks.add(last);
        }
    }

    private static void named(JsonNode keys, Set<String> into) {
        keys.forEach(key -> into.add(key.asText()));
    }

    /** Each with {@code section} (its heading), {@code columns} and {@code fields}. */
    List<JsonNode> blocks() {
        return List.copyOf(blocks);
    }

    /** The field or element of that key; a missing node when the reader knows of none. */
    JsonNode entry(JsonNode key) {
        return entries.getOrDefault(key.asText(), Json.NODES.missingNode());
    }

    /** Whether it holds no value but arranges others. */
    static boolean isElement(JsonNode entry) {
        return Set.of("section", "tabs", "note").contains(entry.path("type").asText());
    }

    /** What stands in an element: a section is its own part, tabs have one each, a note none. */
    static List<JsonNode> parts(JsonNode element) {
        List<JsonNode> parts = new ArrayList<>();
        if (element.path("type").asText().equals("section")) {
            parts.add(element);
        }
        element.path("tabs").forEach(parts::add);
        return parts;
    }
}
