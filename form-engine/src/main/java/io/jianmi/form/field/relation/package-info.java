/** The field type {@code relation}: one record of another form. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.relation;

import org.jspecify.annotations.NullMarked;
