package io.jianmi.workflow.certificate;

import io.jianmi.core.audit.LoggedEntry;
import io.jianmi.core.json.Json;
import io.jianmi.workflow.task.ActStatement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the timeline on its way to a certificate.
 *
 * @param word of the act, as the timeline keeps it
 * @param targets members or the node it went to
 * @param recordVersion null when the act did not look at the record
 * @param comment null when there is none, or none any more
 * @param commentSalt what proves the comment
 * @param statement what was seen, changed and said; empty for what the system did
 * @param logged its entry in the log; empty when it has none
 */
record CertifiedAct(
        UUID id,
        Instant at,
        String word,
        String node,
        String actor,
        List<String> targets,
        @Nullable Integer recordVersion,
        @Nullable String comment,
        @Nullable String commentSalt,
        Optional<ActStatement> statement,
        Optional<LoggedEntry> logged) {

    /** The submission is written with the record: its entry is the record's. */
    static final String SUBMIT = "submit";

    boolean submits() {
        return word.equals(SUBMIT);
    }

    /** Who has submitted is who has written: for what a workflow has started that is the system, in the initiator's name. */
    CertifiedAct in(Optional<LoggedEntry> entry) {
        String by = entry.filter(logged -> submits())
                .map(logged -> Json.parse(logged.canonical()).path("actor").asText())
                .orElse(actor);
        return new CertifiedAct(id, at, word, node, by, targets, recordVersion, comment, commentSalt, statement, entry);
    }
}
