package io.jianmi.form.field;

import io.jianmi.form.definition.FieldDefinition;
import io.jianmi.form.definition.FieldOptions;
import java.util.List;

/**
 * The value is rows with fields of their own, kept in a child table; the cells are read, stored and masked by those fields.
 *
 * @param <D> the type's own options
 */
public interface Nested<D extends FieldOptions> {

    List<FieldDefinition> fields(D options);
}
