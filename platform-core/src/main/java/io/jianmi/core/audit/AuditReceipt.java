package io.jianmi.core.audit;

import java.util.UUID;

/** Proof that an entry is in the log under a signed tree head. Only the log makes one. */
public final class AuditReceipt {

    private final UUID entry;
    private final long leaf;
    private final long treeSize;

    AuditReceipt(UUID entry, long leaf, long treeSize) {
        this.entry = entry;
        this.leaf = leaf;
        this.treeSize = treeSize;
    }

    public UUID entry() {
        return entry;
    }

    public long leaf() {
        return leaf;
    }

    /** Size of the signed tree that covers the entry. */
    public long treeSize() {
        return treeSize;
    }
}
