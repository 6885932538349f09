/** The field type {@code plate}: number plates of mainland vehicles. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.plate;

import org.jspecify.annotations.NullMarked;
