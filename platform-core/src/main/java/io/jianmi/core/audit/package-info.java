/**
 * The audit log: one Merkle tree per tenant (RFC 6962 hashing, RFC 8785 entries, C2SP checkpoints).
 *
 * <p>A command's transaction inserts its entries unsequenced; one sequencer per tenant numbers them and signs tree
 * heads. Entries hold ids and commitments, never personal data.
 */
@NullMarked
package io.jianmi.core.audit;

import org.jspecify.annotations.NullMarked;
