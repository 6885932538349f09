/** The field type {@code date}: a day without time and zone. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.date;

import org.jspecify.annotations.NullMarked;
