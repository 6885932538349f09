/**
 * Definition documents to parsed definitions. A document is checked against its JSON Schema and read leniently in one go, so that all
 * findings come back together. May import form.definition, form.field and pure packages of core.
 */
@NullMarked
package io.jianmi.form.parse;

import org.jspecify.annotations.NullMarked;
