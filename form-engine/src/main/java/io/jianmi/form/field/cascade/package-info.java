/** The field type {@code cascade}: a path down a tree of options. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.cascade;

import org.jspecify.annotations.NullMarked;
