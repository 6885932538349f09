/** The field type {@code file}: attachments. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.file;

import org.jspecify.annotations.NullMarked;
