/** The field type {@code time}: a time of day. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.time;

import org.jspecify.annotations.NullMarked;
