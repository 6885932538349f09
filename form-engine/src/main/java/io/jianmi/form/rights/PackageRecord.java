package io.jianmi.form.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.sensitivity.DataCategory;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import java.util.List;
import java.util.TreeSet;

/** Records and their forms as a package tells them: what is kept and what for, nothing of who may see it. Pure. */
final class PackageRecord {

    private static final List<String> TOLD =
            List.of("id", "status", "createdAt", "updatedAt", "keptUntil", "data", "problem");

    private PackageRecord() {}

    /** @param answer as {@code GET records/{id}} has it; who entered it is told among the looks, by his masked name */
    static ObjectNode of(ObjectNode answer) {
        ObjectNode told = Json.NODES.objectNode();
        TOLD.forEach(key -> {
            JsonNode value = answer.get(key);
            if (value != null) {
                told.set(key, value);
            }
        });
        return told;
    }

    static ObjectNode form(String app, CompiledForm form, String language) {
        ObjectNode told = Json.NODES
                .objectNode()
                .put("app", app)
                .put("form", form.key())
                .put("title", form.title().in(language, form.key()));
        ArrayNode fields = told.putArray("fields");
        form.fields().forEach(field -> {
            fields.add(field(form, field, language));
            form.subform(field.key())
                    .ifPresent(subform -> subform.fields().forEach(cell -> fields.add(field(form, cell, language))));
        });
        return told;
    }

    private static ObjectNode field(CompiledForm form, CompiledField field, String language) {
        ObjectNode told = Json.NODES
                .objectNode()
                .put("key", field.path())
                .put("title", field.title().in(language, field.key()))
                .put("level", field.level().key())
                .put("kind", field.tag().category().map(DataCategory::key).orElse(null))
                .put("lawfulBasis", field.tag().lawfulBasis())
                .put("retention", field.tag().retention());
        told.set("purposes", Json.MAPPER.valueToTree(new TreeSet<>(field.tag().purposes())));
        told.set("definition", form.definition().source().at(field.definition().pointer()));
        return told;
    }

    /** How a field is drawn, checked and filled is nothing that is kept of the person. */
    static void withoutDefinitions(ObjectNode data) {
        data.path("forms")
                .forEach(form -> form.path("fields").forEach(field -> ((ObjectNode) field).remove("definition")));
    }
}
