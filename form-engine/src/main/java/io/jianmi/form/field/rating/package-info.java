/** The field type {@code rating}: so many stars. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.rating;

import org.jspecify.annotations.NullMarked;
