package io.jianmi.form.compile;

import io.jianmi.form.definition.FieldDefinition;
import io.jianmi.form.field.Report;
import io.jianmi.form.field.TypedField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field on its way: typed and tagged, its expressions not yet compiled.
 *
 * @param subform key of the subform it belongs to, null for a field of the record
 * @param cells columns of a subform, empty for other types
 */
record Draft(
        FieldDefinition definition,
        @Nullable String subform,
        TypedField<?> type,
        Tag tag,
        List<SearchIndex> indexes,
        List<Draft> cells,
        Report report) {

    String key() {
        return definition.key();
    }

    String path() {
        return subform == null ? key() : subform + "." + key();
    }

    Draft tagged(Tag raised) {
        return new Draft(definition, subform, type, raised, indexes, cells, report);
    }

    Draft withCells(List<Draft> raised) {
        return new Draft(definition, subform, type, tag, indexes, raised, report);
    }
}
