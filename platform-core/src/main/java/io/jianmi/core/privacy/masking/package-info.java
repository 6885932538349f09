/**
 * Masks: what of a protected text may be shown to somebody who may not read it. A mask is a pure function on code
 * points that fails closed: what does not parse as its type becomes the fixed token. Imports privacy.identifier and
 * privacy.sensitivity.
 */
@NullMarked
package io.jianmi.core.privacy.masking;

import org.jspecify.annotations.NullMarked;
