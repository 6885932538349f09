package io.jianmi.workflow.delegation;

import io.jianmi.core.identity.MemberId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * A standing rule.
 *
 * @param until the first moment at which it holds no more
 * @param workflows {@code app/key}; none: all
 * @param open tasks that are open when it begins are handed over too
 */
public record Delegation(
        UUID id,
        MemberId member,
        MemberId delegate,
        Instant from,
        Instant until,
        List<String> workflows,
        boolean open,
        Instant createdAt) {

    public Delegation {
        workflows = List.copyOf(workflows);
    }

    /** Both hold for some workflow at some moment. */
    boolean meets(Delegation other) {
        return from.isBefore(other.until)
                && other.from.isBefore(until)
                && (workflows.isEmpty() && other.workflows.isEmpty()
                        || !Collections.disjoint(workflows, other.workflows));
    }

    /** Whether somebody who delegates by both could be led on from this one to the other. */
    boolean leadsTo(Delegation other) {
        return delegate.equals(other.member)
                && from.isBefore(other.until)
                && other.from.isBefore(until)
                && (workflows.isEmpty()
                        || other.workflows.isEmpty()
                        || !Collections.disjoint(workflows, other.workflows));
    }
}
