/**
 * The consent ledger: what people agreed to, refused and took back, each purpose on its own (PIPL articles 14 to 16, GDPR article 7). Entries
 * come from the consent fields of records and from the privacy desk; of a person's purpose the newest counts, and a record's field stays what
 * it captured (ADR 0019). Words of this package: consent, event, channel, privacy desk.
 */
@NullMarked
package io.jianmi.core.privacy.consent;

import org.jspecify.annotations.NullMarked;
