/** The field type {@code subform}: rows inside a record. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.subform;

import org.jspecify.annotations.NullMarked;
