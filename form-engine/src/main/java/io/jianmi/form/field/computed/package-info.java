/** The field type {@code formula}: what a formula gives. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.computed;

import org.jspecify.annotations.NullMarked;
