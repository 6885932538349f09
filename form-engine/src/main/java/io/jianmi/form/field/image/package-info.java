/** The field type {@code image}: pictures. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.image;

import org.jspecify.annotations.NullMarked;
