package io.jianmi.form.definition;

import org.jspecify.annotations.Nullable;

/**
 * A field as the designer wrote it.
 *
 * @param pointer JSON Pointer of the field in its document, for findings
 * @param key stable name, also the column
 * @param type key of the field type
 * @param unique no two records that are not erased may share the value
 * @param readOnly people never write it; defaults, formulas and workflows do
 * @param hidden nobody sees it on the form; it still has access rules of its own
 * @param sensitivity null when untagged
 * @param options what only this type knows
 */
public record FieldDefinition(
        String pointer,
        String key,
        String type,
        LocalText title,
        boolean required,
        @Nullable String requiredWhen,
        boolean unique,
        boolean readOnly,
        boolean hidden,
        @Nullable DefaultValue defaultValue,
        @Nullable String formula,
        @Nullable SensitivityTag sensitivity,
        FieldOptions options) {

    public boolean computed() {
        return formula != null;
    }
}
