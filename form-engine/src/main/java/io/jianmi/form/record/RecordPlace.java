package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.json.Pointer;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.CompiledSubform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * An id in a record's values that names something else: a file, a member, another record. Pure.
 *
 * @param pointer where in the request it stands; of a list, the item
 */
record RecordPlace(CompiledField field, String id, String pointer) {

    private static final JsonNode NOTHING = Json.NODES.arrayNode();

    /** What an id stays when its row or its place in a list moves. */
    private String key() {
        return field.path() + "/" + id;
    }

    /** All ids of the fields in question, subforms included. */
    static List<RecordPlace> of(
            CompiledForm form, Map<String, JsonNode> values, String pointer, Predicate<CompiledField> which) {
        List<RecordPlace> places = new ArrayList<>();
        for (CompiledField field : form.columns()) {
            if (values.containsKey(field.key()) && which.test(field)) {
                add(field, values.get(field.key()), Pointer.child(pointer, field.key()), places);
            }
        }
        for (CompiledSubform subform : form.subforms()) {
            JsonNode rows = values.getOrDefault(subform.key(), NOTHING);
            for (CompiledField cell : subform.fields()) {
                for (int i = 0; which.test(cell) && i < rows.size(); i++) {
                    String row = Pointer.child(Pointer.child(pointer, subform.key()), i);
                    add(cell, rows.get(i).path(cell.key()), Pointer.child(row, cell.key()), places);
                }
            }
        }
        return places;
    }

    /** Ids that the field did not hold before. */
    static List<RecordPlace> fresh(CompiledForm form, RecordChange change, Predicate<CompiledField> which) {
        List<RecordPlace> after = of(form, change.after(), change.pointer(), which);
        if (after.isEmpty() || change.before().isEmpty()) {
            return after;
        }
        Set<String> held = of(form, change.before(), change.pointer(), which).stream()
                .map(RecordPlace::key)
                .collect(Collectors.toSet());
        return after.stream().filter(place -> !held.contains(place.key())).toList();
    }

    private static void add(CompiledField field, JsonNode value, String pointer, List<RecordPlace> places) {
        if (value.isTextual()) {
            places.add(new RecordPlace(field, value.textValue(), pointer));
        }
        for (int i = 0; i < value.size(); i++) {
            places.add(new RecordPlace(field, value.get(i).asText(), Pointer.child(pointer, i)));
        }
    }
}
