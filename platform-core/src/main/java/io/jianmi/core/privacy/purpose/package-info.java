/**
 * The purposes for which a tenant processes personal data: keys that sensitivity tags, groups and reveals name, and their titles.
 * Purpose limitation is PIPL article 6 and GDPR article 5(1)(b); what is not on this list is no purpose.
 */
@NullMarked
package io.jianmi.core.privacy.purpose;

import org.jspecify.annotations.NullMarked;
