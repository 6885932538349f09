/**
 * One search over what somebody may see: records by what they hold, forms and views by name. It asks nothing by itself: records are found by
 * {@code form.record} under the reader's own access, views are told by {@code form.view}.
 */
@NullMarked
package io.jianmi.form.search;

import org.jspecify.annotations.NullMarked;
