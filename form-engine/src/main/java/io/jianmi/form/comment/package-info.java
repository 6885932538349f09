/**
 * What people say to each other about a record. Words of this package: comment, mention, tombstone (what stands for a deleted comment). Who
 * may know of the record reads and writes them ({@link io.jianmi.form.record.RecordSight}); a mention gives nobody any right. May import
 * form.record, form.compile and form.design.
 */
@NullMarked
package io.jianmi.form.comment;

import org.jspecify.annotations.NullMarked;
