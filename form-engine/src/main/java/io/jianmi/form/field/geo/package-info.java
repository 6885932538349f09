/** The field type {@code geo}: a place on the map. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.geo;

import org.jspecify.annotations.NullMarked;
