/**
 * Spreadsheets and comma-separated files, in and out, row by row. Words of this package: sheet, cell, watermark. Pure: imports core.json,
 * core.problem, form.field and the libraries of the two formats. A cell is a JSON scalar; one that cannot be read is an object with a code.
 */
@NullMarked
package io.jianmi.form.exchange.sheet;

import org.jspecify.annotations.NullMarked;
