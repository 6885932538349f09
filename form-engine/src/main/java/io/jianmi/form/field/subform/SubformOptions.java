package io.jianmi.form.field.subform;

import io.jianmi.form.definition.FieldDefinition;
import io.jianmi.form.definition.FieldOptions;
import java.util.List;

/**
 * @param fields the columns
 * @param minRows least number of rows
 * @param maxRows most rows
 */
public record SubformOptions(List<FieldDefinition> fields, int minRows, int maxRows) implements FieldOptions {

    public SubformOptions {
        fields = List.copyOf(fields);
    }
}
