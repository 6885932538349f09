package io.jianmi.form.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger and what became of it.
 *
 * @param approval by which a second person agreed; null for one that a brought back copy had forgotten
 * @param right id of the request of hers that it answers, where it does
 * @param steps that are done, in order
 * @param held whether a hold keeps it from beginning
 */
record Erasure(
        UUID id,
        UUID subject,
        Instant askedAt,
        String askedBy,
        @Nullable UUID approval,
        @Nullable UUID right,
        List<Done> steps,
        boolean held) {

    /** @param counts how much of what */
    record Done(Step step, Instant at, JsonNode counts) {}

    Erasure {
        steps = List.copyOf(steps);
    }

    boolean begun() {
        return !steps.isEmpty();
    }

    boolean closed() {
        return done(Step.CLOSED).isPresent();
    }

    Optional<Done> done(Step step) {
        return steps.stream().filter(done -> done.step() == step).findFirst();
    }

    /** How it stands, in a word. A hold keeps it from beginning, never from ending. */
    String status() {
        return closed() ? "completed" : held && !begun() ? "restricted" : "running";
    }
}
