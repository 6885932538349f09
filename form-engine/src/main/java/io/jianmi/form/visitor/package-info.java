/**
 * What somebody may do who has not signed in: fill in a form that its designer has opened, by its link. Words of this package: visitor,
 * link, challenge, pace. What a visitor may enter is decided where everything is ({@link io.jianmi.form.access.AccessPolicy}), and what he
 * sends goes the one road of records ({@link io.jianmi.form.record.Records}); here links are kept, visitors let in, and machines slowed
 * down. May import form.record, form.compile, form.definition, form.access and form.design.
 */
@NullMarked
package io.jianmi.form.visitor;

import org.jspecify.annotations.NullMarked;
