package io.jianmi.core.audit.tree;

/**
 * A full tile.
 *
 * @param root the hash that stands for it in the tile above
 * @param hashes 256 hashes, concatenated
 */
public record Tile(TileId id, Hash root, byte[] hashes) {}
