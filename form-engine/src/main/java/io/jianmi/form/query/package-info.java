/**
 * What a list asks for: filters as an AST, sort, page. Parsed and bounded here; which fields it may touch is decided
 * where it is compiled to SQL. Pure.
 */
@NullMarked
package io.jianmi.form.query;

import org.jspecify.annotations.NullMarked;
