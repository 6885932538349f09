/** The field type {@code phone}: mobile numbers of mainland China. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.phone;

import org.jspecify.annotations.NullMarked;
