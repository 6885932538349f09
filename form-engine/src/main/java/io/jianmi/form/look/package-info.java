/**
 * Who looked at the protected values of a record, told to those who answer for it. The entries are those of the audit log
 * ({@link io.jianmi.core.audit}); who may read them here is decided as everything about a record is ({@link io.jianmi.form.access.Grants}).
 * May import form.record, form.compile and form.design.
 */
@NullMarked
package io.jianmi.form.look;

import org.jspecify.annotations.NullMarked;
