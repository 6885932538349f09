/** The field type {@code url}: an address of the web. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.url;

import org.jspecify.annotations.NullMarked;
