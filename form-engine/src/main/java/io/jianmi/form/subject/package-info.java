/**
 * Persons whose data the records hold, for the privacy desk. Words of this package: data subject. Who they are is
 * {@link io.jianmi.form.record}'s. May import form.record, form.erasure, form.compile
 * and form.design.
 */
@NullMarked
package io.jianmi.form.subject;

import org.jspecify.annotations.NullMarked;
