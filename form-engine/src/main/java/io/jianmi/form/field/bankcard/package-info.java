/** The field type {@code bank-card}: numbers of bank cards. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.bankcard;

import org.jspecify.annotations.NullMarked;
