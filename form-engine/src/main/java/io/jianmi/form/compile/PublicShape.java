package io.jianmi.form.compile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.definition.FormDefinition;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * A form as somebody who has not signed in may know it: the fields that it asks for, in the order in which it asks, and the rules that are
 * about these alone. Of the layout, the views, the groups and of how values are kept it says nothing.
 */
public final class PublicShape {

    /** What of a field is about storage, other forms or other people. */
    private static final List<String> INTERNAL =
            List.of("unique", "linkage", "linked", "hidden", "readOnly", "formula", "computed");

    private PublicShape() {}

    /** Of a form that lets visitors in. */
    public static ObjectNode of(CompiledForm form, FormDefinition.PublicForm open) {
        ObjectNode all = PublishedForm.limitedTo(form, new LinkedHashSet<>(open.fields()));
        JsonNode said = form.definition().source().path("public");
        ObjectNode shape = Json.NODES.objectNode();
        shape.put("version", form.version());
        shape.set("title", said.has("title") ? said.get("title") : all.path("title"));
        for (String text : List.of("description", "notice", "thanks")) {
            if (said.has(text)) {
                shape.set(text, said.get(text));
            }
        }
        shape.set("fields", fields(all.path("fields"), open.fields()));
        shape.set("rules", all.path("rules"));
        ObjectNode compiled = shape.putObject("compiled");
        compiled.putObject("formulas");
        compiled.set("rules", all.at("/compiled/rules"));
        return shape;
    }

    private static ArrayNode fields(JsonNode fields, List<String> order) {
        Map<String, ObjectNode> byKey = new HashMap<>();
        fields.forEach(field -> byKey.put(field.path("key").asText(), told(field)));
        ArrayNode told = Json.NODES.arrayNode();
        order.stream().filter(byKey::containsKey).map(byKey::get).forEach(told::add);
        return told;
    }

    private static ObjectNode told(JsonNode field) {
        ObjectNode told = field.deepCopy();
        told.remove(INTERNAL);
        ObjectNode sign = told.putObject("sensitivity");
        for (String word : List.of("level", "kind")) {
            JsonNode value = field.path("sensitivity").path(word);
            if (!value.isMissingNode()) {
                sign.set(word, value);
            }
        }
        if (field.path("fields").isArray()) {
            ArrayNode cells = told.putArray("fields");
            field.path("fields").forEach(cell -> cells.add(told(cell)));
        }
        return told;
    }
}
