/** The field type {@code date-time}: a point in time. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.datetime;

import org.jspecify.annotations.NullMarked;
