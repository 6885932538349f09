/**
 * Records out of spreadsheets and into them, by jobs that any node carries on. Words of this package: job, chunk, line, mapping. The rows go
 * through {@link io.jianmi.form.record.BulkRecords}, so one validation path and one access decision hold here too. What waits is sealed.
 * Files that others write in the background are jobs as well ({@link io.jianmi.form.exchange.FileWork}).
 */
@NullMarked
package io.jianmi.form.exchange;

import org.jspecify.annotations.NullMarked;
