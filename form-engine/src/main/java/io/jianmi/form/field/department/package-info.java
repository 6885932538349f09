/** The field type {@code department}: one department of the tenant. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.department;

import org.jspecify.annotations.NullMarked;
