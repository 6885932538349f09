/**
 * What people tell the privacy desk about their consent, without a record that captures it. Words of this package: notice (a version of the
 * text that a consent field shows). The ledger itself is {@link io.jianmi.core.privacy.consent}; here is what needs the forms, since a notice
 * is a published form's. May import form.record, form.field.consent, form.compile and form.design.
 */
@NullMarked
package io.jianmi.form.consent;

import org.jspecify.annotations.NullMarked;
