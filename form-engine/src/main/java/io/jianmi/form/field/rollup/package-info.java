/** The field type {@code roll-up}: many rows as one value. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.rollup;

import org.jspecify.annotations.NullMarked;
