package io.jianmi.core.audit.tree;

/**
 * A perfect subtree.
 *
 * @param level height: it covers {@code 2^level} leaves
 * @param index counted from the left among those of its level
 */
record NodeId(int level, long index) {}
