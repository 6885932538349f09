package io.jianmi.core.audit;

import io.jianmi.core.audit.tree.Hash;
import java.util.UUID;

/** A pending entry with its place in the log. */
record Numbered(UUID id, long leaf, String canonical, Hash leafHash) {}
