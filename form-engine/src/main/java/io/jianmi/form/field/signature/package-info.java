/** The field type {@code signature}: drawn or typed. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.signature;

import org.jspecify.annotations.NullMarked;
