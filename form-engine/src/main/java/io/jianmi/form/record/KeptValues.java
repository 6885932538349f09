package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.KeptField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values of removed fields on their way from one version of a record to the next. They stay as they are, but that numbers are written as
 * they will be read: the row is sealed anew under a version that may know another scale.
 */
final class KeptValues {

    private KeptValues() {}

    static StoredRecord.Kept carried(CompiledForm form, StoredRecord.Kept kept) {
        if (kept.isEmpty()) {
            return kept;
        }
        Map<String, List<StoredRecord.Child>> children = new LinkedHashMap<>();
        kept.children().forEach((subform, rows) -> {
            List<StoredRecord.Child> carried = new ArrayList<>(rows.size());
            rows.forEach(row ->
                    carried.add(new StoredRecord.Child(row.id(), row.clear(), row.cells(), cells(form, subform, row))));
            children.put(subform, carried);
        });
        return new StoredRecord.Kept(settled(form.kept().ownColumns(), kept.clear()), kept.cells(), children);
    }

    /** By row, what the rows of a living subform hold of its removed columns. */
    static Map<UUID, StoredRecord.Kept> carried(CompiledForm form, String subform, @Nullable StoredRecord old) {
        if (old == null || !form.kept().cells().containsKey(subform)) {
            return Map.of();
        }
        Map<UUID, StoredRecord.Kept> kept = new HashMap<>();
        old.children().getOrDefault(subform, List.of()).forEach(row -> kept.put(row.id(), cells(form, subform, row)));
        return kept;
    }

    private static StoredRecord.Kept cells(CompiledForm form, String subform, StoredRecord.Child row) {
        return new StoredRecord.Kept(
                settled(
                        form.kept().cells().getOrDefault(subform, List.of()),
                        row.kept().clear()),
                row.kept().cells(),
                Map.of());
    }

    private static Map<String, JsonNode> settled(List<KeptField> fields, Map<String, JsonNode> values) {
        Map<String, JsonNode> settled = new LinkedHashMap<>(values);
        for (KeptField field : fields) {
            settled.computeIfPresent(
                    field.key(), (key, value) -> field.columnType().settled(value));
        }
        return settled;
    }
}
