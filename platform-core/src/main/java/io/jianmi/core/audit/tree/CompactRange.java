package io.jianmi.core.audit.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * The growing edge of a tree: one hash per set bit of its size, so appending needs no more than 64 hashes of state
 * however large the log is. Not thread-safe.
 */
public final class CompactRange {

    /** Told of every perfect subtree that an append completes, from the leaf upwards. */
    @FunctionalInterface
    public interface Completed {
        void node(int level, long index, Hash hash);
    }

    private final List<Hash> peaks;
    private long size;

    public CompactRange() {
        this(0, List.of());
    }

    /** @param peaks the perfect subtrees that {@code size} consists of, the largest first */
    CompactRange(long size, List<Hash> peaks) {
        if (Long.bitCount(size) != peaks.size()) {
            throw new IllegalArgumentException("a range of that size has another number of peaks");
        }
        this.size = size;
        this.peaks = new ArrayList<>(peaks);
    }

    public void append(Hash leaf) {
        append(leaf, (level, index, hash) -> {});
    }

    public void append(Hash leaf, Completed completed) {
        Hash hash = leaf;
        int level = 0;
        completed.node(0, size, hash);
        while ((size >> level & 1) == 1) {
            hash = Hash.node(peaks.remove(peaks.size() - 1), hash);
            level++;
            completed.node(level, size >> level, hash);
        }
        peaks.add(hash);
        size++;
    }

    public long size() {
        return size;
    }

    public TreeHead head() {
        return size == 0 ? TreeHead.EMPTY : new TreeHead(size, Hash.fold(peaks));
    }
}
