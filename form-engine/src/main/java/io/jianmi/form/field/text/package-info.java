/** The field type {@code text}: one line that people type. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.text;

import org.jspecify.annotations.NullMarked;
