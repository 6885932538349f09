/** The field type {@code relations}: several records of another form. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.relations;

import org.jspecify.annotations.NullMarked;
