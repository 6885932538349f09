/** The field type {@code id-card}: resident identity numbers (GB 11643). Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.idcard;

import org.jspecify.annotations.NullMarked;
