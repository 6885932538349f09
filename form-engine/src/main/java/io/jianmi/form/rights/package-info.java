/**
 * What persons ask of the tenant about their own data (PIPL articles 44 to 50, GDPR articles 15 to 21, CCPA 1798.105 to 1798.121): requests
 * with their terms, what is done about them, and the package of all that is kept of a person. Words of this package: request, type, law,
 * term, act, outcome, package. May import form.erasure, form.record, form.exchange, form.compile and form.design.
 */
@NullMarked
package io.jianmi.form.rights;

import org.jspecify.annotations.NullMarked;
