/**
 * Questions about groups of records: by which fields they are put together, what is counted and added up of each group, and which
 * groups are too small to be told of. Pure; {@code form.record} asks them, under the reader's access. May use {@code compile},
 * {@code field} and {@code query}.
 */
@NullMarked
package io.jianmi.form.aggregate;

import org.jspecify.annotations.NullMarked;
