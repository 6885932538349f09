package io.jianmi.form.field.relation;

import io.jianmi.form.definition.FieldOptions;
import java.util.List;

/**
 * @param form key of the other form
 * @param show fields of the other form shown beside its title
 * @param subject whether the other record's person is this record's person
 */
public record RelationOptions(String form, List<String> show, boolean subject) implements FieldOptions {

    public RelationOptions {
        show = List.copyOf(show);
    }
}
