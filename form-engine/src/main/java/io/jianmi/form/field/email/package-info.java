/** The field type {@code email}. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.email;

import org.jspecify.annotations.NullMarked;
