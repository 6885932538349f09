/**
 * Parsed definition to compiled form: everything checked, resolved and ordered, so that the runtime asks and never decides. Pure.
 * Words owned here: compiled form, compiled field, tag, table plan, migration. May import form.definition, form.field, form.expression,
 * form.access and pure packages of core.
 */
@NullMarked
package io.jianmi.form.compile;

import org.jspecify.annotations.NullMarked;
