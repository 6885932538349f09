/**
 * Forgetting a person, keeping her data from being used, and keeping it from being forgotten. Words of this package: erasure (one entry of
 * the ledger and what became of it), step (what is done again after a crash), trace (what another domain keeps of a record), restriction,
 * hold. Others order through {@link io.jianmi.form.erasure.Erasures}, {@link io.jianmi.form.erasure.Restrictions} and
 * {@link io.jianmi.form.erasure.Holds}, and clear what they keep by a bean of {@link io.jianmi.form.erasure.RecordTraces}. May import
 * form.record, form.compile and form.design.
 */
@NullMarked
package io.jianmi.form.erasure;

import org.jspecify.annotations.NullMarked;
