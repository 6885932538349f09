/**
 * Views: saved ways to look at the records of a form, as table, board or calendar; a person's own, shared ones, and those of the
 * definition. A view is only a question: what it asks is run by the one query path under the reader's own access, and a reader is told
 * of a view only as far as he knows what it names.
 */
@NullMarked
package io.jianmi.form.view;

import org.jspecify.annotations.NullMarked;
