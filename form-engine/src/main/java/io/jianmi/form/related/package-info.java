/**
 * Which lists of other forms belong beside a record: those whose relation points at its form. The rows are asked for as any others are, by
 * {@code form.record} under the reader's own access.
 */
@NullMarked
package io.jianmi.form.related;

import org.jspecify.annotations.NullMarked;
