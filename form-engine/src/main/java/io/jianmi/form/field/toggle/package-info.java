/** The field type {@code switch}: yes or no. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.toggle;

import org.jspecify.annotations.NullMarked;
