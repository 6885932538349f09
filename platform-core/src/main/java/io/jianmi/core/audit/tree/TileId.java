package io.jianmi.core.audit.tree;

/**
 * A group of up to 256 neighbouring hashes, the unit in which a tree is stored.
 *
 * @param level 0 holds leaf hashes, 1 the roots of full tiles of level 0, and so on
 * @param index counted from the left among those of its level
 */
public record TileId(int level, long index) {

    /** Hashes in a full tile. */
    public static final int WIDTH = 256;

    /** Levels of the tree that one tile spans. */
    static final int HEIGHT = 8;

    static TileId holding(NodeId node) {
        int level = node.level() / HEIGHT;
        int above = node.level() % HEIGHT;
        return new TileId(level, node.index() >> (HEIGHT - above));
    }

    /** Whether a tree of that size fills this tile; a full tile never changes again. */
    public boolean isFull(long treeSize) {
        return hashes(treeSize) == WIDTH;
    }

    /** How many hashes this tile holds in a tree of that size. */
    int hashes(long treeSize) {
        long atLevel = treeSize >> (HEIGHT * level);
        return (int) Math.max(0, Math.min(WIDTH, atLevel - index * WIDTH));
    }
}
