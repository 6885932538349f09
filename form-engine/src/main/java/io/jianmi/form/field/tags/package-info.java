/** The field type {@code tags}: words that people add. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.tags;

import org.jspecify.annotations.NullMarked;
