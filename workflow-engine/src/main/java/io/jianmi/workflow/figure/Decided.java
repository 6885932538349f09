package io.jianmi.workflow.figure;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task that somebody decided, with the visit of its step.
 *
 * @param asked when the task began to stand
 * @param stay empty while the step waits for others
 */
record Decided(String node, String assignee, Instant asked, Instant at, UUID visit, Optional<Stay> stay) {

    /** A step from when it was reached until it was decided. */
    record Stay(Instant opened, Instant closed) {

        static Optional<Stay> of(@Nullable Instant opened, @Nullable Instant closed) {
            return opened == null || closed == null ? Optional.empty() : Optional.of(new Stay(opened, closed));
        }
    }
}
