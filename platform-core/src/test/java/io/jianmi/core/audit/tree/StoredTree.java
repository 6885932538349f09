package io.jianmi.core.audit.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A store in memory with the shape of the tables: leaf hashes, and full tiles with their roots. */
final class StoredTree {

    final Map<TileId, Tile> full = new HashMap<>();
    final List<Hash> leaves = new ArrayList<>();
    Frontier frontier = new Frontier();

    void append(Hash leaf) {
        leaves.add(leaf);
        frontier.append(leaf, tile -> full.put(tile.id(), tile));
    }

    Tiles load(Set<TileId> wanted) {
        Map<TileId, byte[]> loaded = new HashMap<>();
        for (TileId id : wanted) {
            Tile tile = full.get(id);
            loaded.put(id, tile == null ? part(id) : tile.hashes());
        }
        return new Tiles(loaded);
    }

    void restart() {
        frontier = Frontier.resume(leaves.size(), load(Set.copyOf(Frontier.edge(leaves.size()))));
    }

    List<Hash> inclusion(long leaf, long size) {
        ProofPlan plan = ProofPlan.inclusion(leaf, size);
        return plan.hashes(load(plan.tiles()));
    }

    List<Hash> consistency(long from, long to) {
        ProofPlan plan = ProofPlan.consistency(from, to);
        return plan.hashes(load(plan.tiles()));
    }

    private byte[] part(TileId id) {
        List<Hash> hashes = new ArrayList<>();
        for (int i = 0; i < TileId.WIDTH; i++) {
            long at = id.index() * TileId.WIDTH + i;
            if (id.level() == 0 && at < leaves.size()) {
                hashes.add(leaves.get((int) at));
            }
            Tile below = full.get(new TileId(id.level() - 1, at));
            if (below != null) {
                hashes.add(below.root());
            }
        }
        byte[] bytes = new byte[hashes.size() * Hash.LENGTH];
        for (int i = 0; i < hashes.size(); i++) {
            System.arraycopy(hashes.get(i).bytes(), 0, bytes, i * Hash.LENGTH, Hash.LENGTH);
        }
        return bytes;
    }
}
