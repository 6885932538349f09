package io.jianmi.core.audit.tree;

import java.util.List;

/**
 * Evidence that a leaf stands at an index of a tree.
 *
 * @param leaf index of the leaf
 * @param size of the tree
 * @param hashes from the leaf towards the root
 */
public record InclusionProof(long leaf, long size, List<Hash> hashes) {

    public InclusionProof {
        hashes = List.copyOf(hashes);
    }

    /** The algorithm of RFC 9162, 2.1.3.2. */
    public boolean verifies(Hash leafHash, Hash root) {
        if (leaf < 0 || leaf >= size) {
            return false;
        }
        long index = leaf;
        long last = size - 1;
        Hash running = leafHash;
        for (Hash step : hashes) {
            if (last == 0) {
                return false;
            }
            if ((index & 1) == 1 || index == last) {
                running = Hash.node(step, running);
                while ((index & 1) == 0 && index != 0) {
                    index >>= 1;
                    last >>= 1;
                }
            } else {
                running = Hash.node(running, step);
            }
            index >>= 1;
            last >>= 1;
        }
        return last == 0 && running.equals(root);
    }
}
