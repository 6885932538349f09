package io.jianmi.core.audit.tree;

import java.util.ArrayList;
import java.util.List;

/** The tree as RFC 9162 defines it, recursive and slow: what the quick code is compared with. */
final class ReferenceTree {

    private final List<Hash> leaves;

    ReferenceTree(List<Hash> leaves) {
        this.leaves = leaves;
    }

    Hash root(int size) {
        return size == 0 ? Hash.EMPTY_ROOT : root(leaves.subList(0, size));
    }

    List<Hash> inclusion(int leaf, int size) {
        return path(leaf, leaves.subList(0, size));
    }

    List<Hash> consistency(int from, int to) {
        return subproof(from, leaves.subList(0, to), true);
    }

    private static Hash root(List<Hash> part) {
        if (part.size() == 1) {
            return part.get(0);
        }
        int k = split(part.size());
        return Hash.node(root(part.subList(0, k)), root(part.subList(k, part.size())));
    }

    private static List<Hash> path(int leaf, List<Hash> part) {
        if (part.size() == 1) {
            return List.of();
        }
        int k = split(part.size());
        List<Hash> left = part.subList(0, k);
        List<Hash> right = part.subList(k, part.size());
        return leaf < k ? plus(path(leaf, left), root(right)) : plus(path(leaf - k, right), root(left));
    }

    private static List<Hash> subproof(int old, List<Hash> part, boolean whole) {
        if (old == part.size()) {
            return whole ? List.of() : List.of(root(part));
        }
        int k = split(part.size());
        List<Hash> left = part.subList(0, k);
        List<Hash> right = part.subList(k, part.size());
        return old <= k
                ? plus(subproof(old, left, whole), root(right))
                : plus(subproof(old - k, right, false), root(left));
    }

    private static int split(int size) {
        int k = 1;
        while (2 * k < size) {
            k *= 2;
        }
        return k;
    }

    private static List<Hash> plus(List<Hash> proof, Hash last) {
        List<Hash> longer = new ArrayList<>(proof);
        longer.add(last);
        return longer;
    }
}
