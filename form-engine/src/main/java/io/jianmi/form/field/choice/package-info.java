/** The field type {@code choice}: one value of a list. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.choice;

import org.jspecify.annotations.NullMarked;
