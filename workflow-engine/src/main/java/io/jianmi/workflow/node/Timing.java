package io.jianmi.workflow.node;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a task stands in its term.
 *
 * @param dueAt when it should have been decided; null: whenever
 * @param remindAt when its person is reminded next; null: never
 * @param timedOutAt when the end of the term was acted upon; null: not yet
 */
public record Timing(
        @Nullable Instant dueAt,
        @Nullable Instant remindAt,
        @Nullable Instant timedOutAt) {

    public static final Timing NONE = new Timing(null, null, null);

    /** The term is over and nothing has come of it yet. */
    public boolean over(Instant now) {
        return dueAt != null && timedOutAt == null && !dueAt.isAfter(now);
    }

    public boolean remindsAt(Instant now) {
        return remindAt != null && !remindAt.isAfter(now);
    }

    public Timing timedOut(Instant at) {
        return new Timing(dueAt, remindAt, at);
    }

    public Timing reminding(@Nullable Instant next) {
        return new Timing(dueAt, next, timedOutAt);
    }
}
