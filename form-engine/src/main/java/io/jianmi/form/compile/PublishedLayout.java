package io.jianmi.form.compile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.definition.FormDefinition;
import io.jianmi.form.definition.LayoutElement;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Where fields stand on the page of somebody who may not know them all: a heading over nothing he knows is not told either. */
final class PublishedLayout {

    private final Predicate<String> known;
    private final Set<String> kept = new HashSet<>();

    /** @param known tells the fields that the reader may know of */
    PublishedLayout(FormDefinition form, Predicate<String> known) {
        this.known = known;
        form.elements().stream().filter(element -> element.parts().isEmpty()).forEach(note -> kept.add(note.key()));
    }

    /** The section, tabs or note as this reader gets it, put into {@code into}; any other entry is not its matter. */
    void element(JsonNode node, ArrayNode into) {
        if (!LayoutElement.TYPES.contains(node.path("type").asText())) {
            return;
        }
        ObjectNode copy = node.deepCopy();
        boolean tells = copy.path("type").asText().equals("note");
        if (copy.has("fields")) {
            copy.set("fields", known(copy.path("fields")));
            tells = !copy.path("fields").isEmpty();
        } else if (copy.has("tabs")) {
            copy.set("tabs", blocks(copy.path("tabs")));
            tells = !copy.path("tabs").isEmpty();
        }
        if (tells) {
            kept.add(copy.path("key").asText());
            into.add(copy);
        }
    }

    /** The layout, after its elements. */
    ArrayNode blocks(JsonNode blocks) {
        ArrayNode told = Json.NODES.arrayNode();
        for (JsonNode block : blocks) {
            ArrayNode fields = known(block.path("fields"));
            if (!fields.isEmpty()) {
                told.add(((ObjectNode) block.deepCopy()).set("fields", fields));
            }
        }
        return told;
    }

    private ArrayNode known(JsonNode keys) {
        ArrayNode told = Json.NODES.arrayNode();
        keys.forEach(key -> {
            if (known.test(key.asText()) || kept.contains(key.asText())) {
                told.add(key);
            }
        });
        return told;
    }
}
