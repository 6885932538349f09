/** The field type {@code uscc}: unified social credit codes of organisations. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.uscc;

import org.jspecify.annotations.NullMarked;
