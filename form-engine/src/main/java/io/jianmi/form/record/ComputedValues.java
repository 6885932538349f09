package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Org;
import io.jianmi.core.json.Json;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.CompiledSubform;
import java.util.Optional;

/**
 * Values of a record that is not stored, in the shape of one that is: people and departments with their names, records and files by their
 * ids alone, since nothing of those has been read.
 */
final class ComputedValues {

    private ComputedValues() {}

    /** @param value of a field in stored form */
    static JsonNode told(CompiledForm form, String key, JsonNode value, Org org) {
        Optional<CompiledSubform> subform = form.subform(key);
        if (subform.isPresent()) {
            ArrayNode rows = Json.NODES.arrayNode();
            value.forEach(row -> rows.add(row(subform.get(), row, org)));
            return rows;
        }
        return form.field(key).map(field -> told(field, value, org)).orElse(value);
    }

    private static ObjectNode row(CompiledSubform subform, JsonNode row, Org org) {
        ObjectNode told = row.deepCopy();
        for (CompiledField cell : subform.fields()) {
            if (row.has(cell.key())) {
                told.set(cell.key(), told(cell, row.get(cell.key()), org));
            }
        }
        return told;
    }

    private static JsonNode told(CompiledField field, JsonNode value, Org org) {
        return NamedIds.of(field, value, org, NamedIds::bare, NamedIds::bare);
    }
}
