/**
 * The audit log over HTTP, for auditors and administrators: entries, tree heads, proofs, keys and bundles for the
 * offline verifier. Every look is an entry itself. To all others the log does not exist.
 */
@NullMarked
package io.jianmi.core.audit.inspect;

import org.jspecify.annotations.NullMarked;
