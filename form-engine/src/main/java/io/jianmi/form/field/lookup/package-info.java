/** The field type {@code look-up}: a field of a related record. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.lookup;

import org.jspecify.annotations.NullMarked;
