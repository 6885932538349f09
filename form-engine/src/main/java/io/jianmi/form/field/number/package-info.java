/** The field type {@code number}: exact decimals. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.number;

import org.jspecify.annotations.NullMarked;
