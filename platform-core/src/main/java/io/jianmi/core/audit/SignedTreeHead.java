package io.jianmi.core.audit;

import io.jianmi.core.audit.tree.TreeHead;
import java.time.OffsetDateTime;

/**
 * A tree head that was signed.
 *
 * @param note the C2SP signed checkpoint
 */
public record SignedTreeHead(TreeHead head, OffsetDateTime at, String note) {}
