/** The field type {@code percent}: hundredths. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.percent;

import org.jspecify.annotations.NullMarked;
