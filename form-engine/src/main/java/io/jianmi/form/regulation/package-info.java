/**
 * The report of a law: which of its articles this installation meets by what, with what is counted, and what is missing. Articles, controls
 * and their words are data ({@code regulation/report.json}); nothing is claimed that is not counted or true of the product. Words of this
 * package: article, control, fact, gap. May import form.compile and form.design.
 */
@NullMarked
package io.jianmi.form.regulation;

import org.jspecify.annotations.NullMarked;
