/**
 * The Merkle tree of an audit log: hashing (RFC 9162, 2.1), appending, proofs and their verification, and checkpoints as
 * C2SP signed notes. Pure: imports the JDK only, so that the offline verifier needs nothing else.
 *
 * <p>Words owned here: leaf, tree head, checkpoint, inclusion proof, consistency proof, tile.
 */
@NullMarked
package io.jianmi.core.audit.tree;

import org.jspecify.annotations.NullMarked;
