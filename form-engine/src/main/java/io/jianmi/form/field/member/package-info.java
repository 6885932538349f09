/** The field type {@code member}: one person of the tenant. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.member;

import org.jspecify.annotations.NullMarked;
