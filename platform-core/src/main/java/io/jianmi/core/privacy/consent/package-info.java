/** The consent ledger: what people agreed to, refused and took back, each purpose on its own (PIPL articles 14 to 16, GDPR article 7). */
@NullMarked
package io.jianmi.core.privacy.consent;

import org.jspecify.annotations.NullMarked;
