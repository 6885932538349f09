package io.jianmi.core.audit.tree;

/** Size and root of a tree. */
public record TreeHead(long size, Hash root) {

    public static final TreeHead EMPTY = new TreeHead(0, Hash.EMPTY_ROOT);

    public TreeHead {
        if (size < 0) {
            throw new IllegalArgumentException("a tree has no negative size");
        }
    }
}
