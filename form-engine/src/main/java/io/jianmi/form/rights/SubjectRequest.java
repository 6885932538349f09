package io.jianmi.form.rights;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request as its row stands.
 *
 * @param number by which people call it
 * @param channel how it came, a word of {@link RequestChannel}
 * @param extended when its term was extended; null where it was not
 * @param assignee member who answers for it
 * @param note what was written when it came, sealed
 * @param outcome a word of {@link Outcome}; null until it is answered
 * @param job that makes the person's package, the newest one
 */
record SubjectRequest(
        UUID id,
        long number,
        RequestType type,
        UUID subject,
        Law law,
        RequestChannel channel,
        RequestState state,
        Instant received,
        Instant due,
        @Nullable Instant extended,
        @Nullable String assignee,
        byte @Nullable [] note,
        @Nullable Outcome outcome,
        @Nullable UUID job,
        int version,
        Instant createdAt,
        String createdBy,
        @Nullable Instant closedAt) {

    /** Whether it should have been answered by now. */
    boolean overdue(Instant now) {
        return !state.closed() && due.isBefore(now);
    }

    /** Whether it was answered when it had to be. */
    boolean inTime() {
        return closedAt != null && !closedAt.isAfter(due);
    }
}
