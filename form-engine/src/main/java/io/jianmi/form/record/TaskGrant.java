package io.jianmi.form.record;

import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.RevealTerms;
import io.jianmi.form.access.TaskAccess;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/**
 * What one task of an actor gives him on its record.
 *
 * @param standing open: its fields add to what he may; own: his record came back to him, under the rights of his own groups; done: the
 *     record stays visible, masked; copied: its fields, as declared or masked
 * @param fields access per field key, {@code "*"} as the default; absent without default: hidden
 * @param reveal how he may reveal, when some field says {@code reveal}
 */
public record TaskGrant(
        UUID task, String node, Standing standing, Map<String, FieldAccess> fields, Optional<Reveal> reveal) {

    public enum Standing {
        OPEN,
        OWN,
        DONE,
        COPIED
    }

    /**
     * The reveal clause of a node; its budgets are those that hold where nothing is said.
     *
     * @param approvedBy roles one of whose members must agree first
     */
    public record Reveal(List<String> purposes, int minutes, Optional<String> stepUp, Set<String> approvedBy) {}

    /** In the words of the access decision. */
    TaskAccess onFields() {
        return new TaskAccess(TaskAccess.Standing.valueOf(standing.name()), fields);
    }

    /** While it is open. */
    boolean reveals() {
        return standing == Standing.OPEN && reveal.isPresent();
    }

    /** How this task lets its actor reveal a field; empty when it does not. */
    Optional<RevealTerms> terms(String field) {
        return reveal.filter(given -> reveals() && access(field).atLeast(FieldAccess.REVEAL))
                .map(given -> new RevealTerms(
                        Set.copyOf(given.purposes()),
                        given.minutes(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        given.stepUp(),
                        given.approvedBy()));
    }

    public FieldAccess access(String field) {
        FieldAccess named = fields.get(field);
        return named != null ? named : fields.getOrDefault("*", FieldAccess.HIDDEN);
    }
}
