/** The field type {@code long-text}: lines that people type. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.longtext;

import org.jspecify.annotations.NullMarked;
