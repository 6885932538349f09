package io.jianmi.core.audit.tree;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a sequencer keeps in memory of its log: the compact range and the hashes of the tiles that are not yet full (at
 * most 255 per level). Appending hands out each tile once, when it fills. Not thread-safe.
 */
public final class Frontier {

    private final CompactRange range;
    private final List<List<Hash>> open;

    public Frontier() {
        this(new CompactRange(), new ArrayList<>());
    }

    private Frontier(CompactRange range, List<List<Hash>> open) {
        this.range = range;
        this.open = open;
    }

    /** The tiles at the edge of a tree of that size, which {@link #resume} needs; one per level. */
    public static List<TileId> edge(long size) {
        List<TileId> edge = new ArrayList<>();
        for (int level = 0; size >> (TileId.HEIGHT * level) > 0; level++) {
            TileId tile = new TileId(level, size >> (TileId.HEIGHT * (level + 1)));
            if (tile.hashes(size) > 0) {
                edge.add(tile);
            }
        }
        return edge;
    }

    /** Continues a stored log of that size. */
    public static Frontier resume(long size, Tiles stored) {
        List<List<Hash>> open = new ArrayList<>();
        List<Hash> peaks = new ArrayList<>();
        for (TileId tile : edge(size)) {
            while (open.size() < tile.level()) {
                open.add(new ArrayList<>());
            }
            open.add(new ArrayList<>(stored.run(tile, 0, tile.hashes(size))));
        }
        for (int level = open.size() - 1; level >= 0; level--) {
            peaks.addAll(peaks(open.get(level)));
        }
        return new Frontier(new CompactRange(size, peaks), open);
    }

    /** @param full told of each tile that this leaf fills, lowest level first */
    public void append(Hash leaf, Consumer<Tile> full) {
        range.append(leaf, (level, index, hash) -> {
            if (level % TileId.HEIGHT == 0) {
                int tileLevel = level / TileId.HEIGHT;
                if (tileLevel > 0) {
                    full.accept(close(tileLevel - 1, index, hash));
                }
                hashes(tileLevel).add(hash);
            }
        });
    }

    public long size() {
        return range.size();
    }

    public TreeHead head() {
        return range.head();
    }

    private Tile close(int level, long index, Hash root) {
        List<Hash> filled = hashes(level);
        ByteBuffer bytes = ByteBuffer.allocate(TileId.WIDTH * Hash.LENGTH);
        filled.forEach(hash -> bytes.put(hash.bytes()));
        filled.clear();
        return new Tile(new TileId(level, index), root, bytes.array());
    }

    private List<Hash> hashes(int level) {
        while (open.size() <= level) {
            open.add(new ArrayList<>());
        }
        return open.get(level);
    }

    private static List<Hash> peaks(List<Hash> run) {
        List<Hash> peaks = new ArrayList<>();
        int from = 0;
        for (int width = TileId.WIDTH / 2; width > 0; width /= 2) {
            if ((run.size() & width) != 0) {
                peaks.add(Tiles.perfect(run.subList(from, from + width)));
                from += width;
            }
        }
        return peaks;
    }
}
