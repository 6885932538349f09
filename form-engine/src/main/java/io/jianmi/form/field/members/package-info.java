/** The field type {@code members}: several members. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.members;

import org.jspecify.annotations.NullMarked;
