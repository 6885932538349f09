/** The field type {@code multi-choice}: several values of a list. Imports form.field, form.definition and form.expression only. */
@NullMarked
package io.jianmi.form.field.multichoice;

import org.jspecify.annotations.NullMarked;
