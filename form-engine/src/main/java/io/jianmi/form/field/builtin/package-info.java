/** The one list of field types. A package of its own, so that contract and types stay free of a cycle. */
@NullMarked
package io.jianmi.form.field.builtin;

import org.jspecify.annotations.NullMarked;
