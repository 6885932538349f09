package io.jianmi.core.audit.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tiles that were loaded to answer one proof or to resume a log; computes the nodes between their hashes. */
public final class Tiles {

    private final Map<TileId, byte[]> hashes;

    /** @param hashes per tile its hashes, concatenated; a tile at the edge may hold fewer than 256 */
    public Tiles(Map<TileId, byte[]> hashes) {
        this.hashes = Map.copyOf(hashes);
    }

    Hash node(NodeId node) {
        TileId tile = TileId.holding(node);
        int width = 1 << node.level() % TileId.HEIGHT;
        int from = (int) (node.index() * width % TileId.WIDTH);
        return perfect(run(tile, from, width));
    }

    /** {@code count} neighbouring hashes of a tile. */
    List<Hash> run(TileId tile, int from, int count) {
        byte[] stored = hashes.getOrDefault(tile, new byte[0]);
        if (stored.length < (from + count) * Hash.LENGTH) {
            throw new IllegalStateException("the stored tree lacks hashes of tile " + tile);
        }
        List<Hash> run = new ArrayList<>(count);
        for (int i = from; i < from + count; i++) {
            run.add(Hash.of(stored, i * Hash.LENGTH, Hash.LENGTH));
        }
        return run;
    }

    /** Root over a power of two of hashes. */
    static Hash perfect(List<Hash> hashes) {
        List<Hash> level = hashes;
        while (level.size() > 1) {
            List<Hash> above = new ArrayList<>(level.size() / 2);
            for (int i = 0; i < level.size(); i += 2) {
                above.add(Hash.node(level.get(i), level.get(i + 1)));
            }
            level = above;
        }
        return level.get(0);
    }
}
