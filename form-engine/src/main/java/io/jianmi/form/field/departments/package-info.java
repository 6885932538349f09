/** The field type {@code departments}: several departments. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.departments;

import org.jspecify.annotations.NullMarked;
