/** The field type {@code address}: a text, or a region with a detail. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.address;

import org.jspecify.annotations.NullMarked;
