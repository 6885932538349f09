/** The field type {@code region}: a division of China. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.region;

import org.jspecify.annotations.NullMarked;
