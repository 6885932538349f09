/** The field type {@code duration}: a length of time. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.duration;

import org.jspecify.annotations.NullMarked;
