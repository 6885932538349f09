/** The field type {@code money}: an amount of one currency. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.money;

import org.jspecify.annotations.NullMarked;
