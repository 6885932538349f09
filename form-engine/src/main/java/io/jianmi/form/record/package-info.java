/**
 * Records at run time: create, read, update, trash, query, reveal, history. The only road to rows of forms; every answer
 * goes through one access decision and one presenter.
 *
 * <p>Form never imports workflow: what a workflow adds comes in through {@link io.jianmi.form.record.RecordWorkflow},
 * what a workflow needs goes out through {@link io.jianmi.form.record.WorkflowRecords}.
 */
@NullMarked
package io.jianmi.form.record;

import org.jspecify.annotations.NullMarked;
