/** The field type {@code consent}: what the person of a record agrees to. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.consent;

import org.jspecify.annotations.NullMarked;
