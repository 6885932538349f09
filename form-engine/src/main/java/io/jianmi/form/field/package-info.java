/**
 * The field type contract: how one kind of field parses its options, reads and writes JSON values, is stored, masked, searched,
 * filtered and sorted. Required methods are few; everything else is a capability. Words owned here: field type, capability,
 * column type. May import form.definition, form.expression and pure packages of core.
 */
@NullMarked
package io.jianmi.form.field;

import org.jspecify.annotations.NullMarked;
