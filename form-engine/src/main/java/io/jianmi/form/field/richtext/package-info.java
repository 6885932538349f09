/**
 * The field type {@code rich-text}: text with headings, lists, links and emphasis, kept as HTML of a small allow-list in one normal form.
 * Imports form.field, form.definition and form.expression only, and is the only place that knows jsoup.
 */
@NullMarked
package io.jianmi.form.field.richtext;

import org.jspecify.annotations.NullMarked;
