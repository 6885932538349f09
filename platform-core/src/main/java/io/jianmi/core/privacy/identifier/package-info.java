/**
 * What people type as phone number, identity number, card, plate: its normal form and its check (GB 11643, GB 32100,
 * ISO/IEC 7812, GA 36). Pure; a value is stored as typed, the normal form serves comparison, uniqueness and index
 * tokens. Imports the JDK only.
 */
@NullMarked
package io.jianmi.core.privacy.identifier;

import org.jspecify.annotations.NullMarked;
