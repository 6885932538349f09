/** The field type {@code serial}: numbers that the server gives. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.serial;

import org.jspecify.annotations.NullMarked;
