/**
 * One record, shared by a member who may with another, for a time. Words of this package: share, receiver (with whom), sharer. What a share
 * gives is decided where everything is ({@link io.jianmi.form.access.Grants}), and which rows it is about is asked with the rows
 * ({@link io.jianmi.form.record.RecordShares}); here shares are made, told and ended. May import form.record, form.compile and form.design.
 */
@NullMarked
package io.jianmi.form.share;

import org.jspecify.annotations.NullMarked;
