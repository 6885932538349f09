package io.jianmi.core.audit.tree;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What has to be loaded for a proof, worked out before anything is read, so that a store can fetch it in one query. Each
 * element of the proof is a range of leaves; a range that is no perfect subtree is folded from the subtrees it consists
 * of.
 */
public final class ProofPlan {

    private final List<List<NodeId>> elements = new ArrayList<>();

    private ProofPlan() {}

    /**
     * Plan of {@code PATH(leaf, D[size])} (RFC 9162, 2.1.3.1).
     *
     * @throws IllegalArgumentException unless {@code 0 <= leaf < size}
     */
    public static ProofPlan inclusion(long leaf, long size) {
        if (leaf < 0 || leaf >= size) {
            throw new IllegalArgumentException("the tree has no such leaf");
        }
        ProofPlan plan = new ProofPlan();
        plan.path(leaf, 0, size);
        return plan;
    }

    /**
     * Plan of {@code PROOF(from, D[to])} (RFC 9162, 2.1.4.1).
     *
     * @throws IllegalArgumentException unless {@code 0 < from <= to}
     */
    public static ProofPlan consistency(long from, long to) {
        if (from <= 0 || from > to) {
            throw new IllegalArgumentException("no consistency between those sizes");
        }
        ProofPlan plan = new ProofPlan();
        plan.subproof(from, 0, to, true);
        return plan;
    }

    /** Plan of the root of a tree of that size: a proof of one element. */
    public static ProofPlan root(long size) {
        if (size <= 0) {
            throw new IllegalArgumentException("the empty root needs no plan");
        }
        ProofPlan plan = new ProofPlan();
        plan.range(0, size);
        return plan;
    }

    /** The tiles that {@link #hashes} needs. */
    public Set<TileId> tiles() {
        Set<TileId> tiles = new LinkedHashSet<>();
        elements.forEach(nodes -> nodes.forEach(node -> tiles.add(TileId.holding(node))));
        return tiles;
    }

    /** The proof, from the leaf towards the root. */
    public List<Hash> hashes(Tiles tiles) {
        return elements.stream()
                .map(nodes -> Hash.fold(nodes.stream().map(tiles::node).toList()))
                .toList();
    }

    private void path(long leaf, long from, long to) {
        if (to - from == 1) {
            return;
        }
        long split = from + Long.highestOneBit(to - from - 1);
        if (leaf < split) {
            path(leaf, from, split);
            range(split, to);
        } else {
            path(leaf, split, to);
            range(from, split);
        }
    }

    private void subproof(long old, long from, long to, boolean whole) {
        if (old == to) {
            if (!whole) {
                range(from, to);
            }
            return;
        }
        long split = from + Long.highestOneBit(to - from - 1);
        if (old <= split) {
            subproof(old, from, split, whole);
            range(split, to);
        } else {
            subproof(old, split, to, false);
            range(from, split);
        }
    }

    private void range(long from, long to) {
        List<NodeId> nodes = new ArrayList<>();
        long at = from;
        while (at < to) {
            long width = Long.highestOneBit(to - at);
            int level = Long.numberOfTrailingZeros(width);
            nodes.add(new NodeId(level, at >> level));
            at += width;
        }
        elements.add(nodes);
    }
}
