package io.jianmi.form.field;

import io.jianmi.form.definition.FieldOptions;
import java.util.List;

/**
 * The value is the id of a record of another form.
 *
 * @param <D> the type's own options
 */
public interface References<D extends FieldOptions> {

    /** Key of the other form. */
    String form(D options);

    /** Fields of the other form that are shown beside its title. */
    List<String> show(D options);

    /** Whether the other record's person is the person of this record. */
    boolean subject(D options);
}
