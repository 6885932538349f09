package io.jianmi.workflow.certificate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.ApprovalCertificate;
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
 * @param said empty when nothing was said, or is left
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
        Optional<Said> said,
        Optional<ActStatement> statement,
        Optional<LoggedEntry> logged) {

    /** The submission is written with the record: its entry is the record's. */
    static final String SUBMIT = "submit";

    /**
     * A comment.
     *
     * @param files what is told of the files with it
     * @param salt what proves both
     */
    record Said(String comment, ArrayNode files, byte[] salt) {

        /** Tells of files only where the statement does: those of the time before are not proven. */
        void into(ObjectNode told, Optional<ActStatement> statement) {
            told.put(ApprovalCertificate.COMMENT, comment);
            told.put(ApprovalCertificate.COMMENT + ApprovalCertificate.SALT, ActStatement.commentSalt(salt));
            if (statement
                    .filter(logged -> logged.said().contains(ActStatement.enclosed(salt, files)))
                    .isPresent()) {
                told.set(ApprovalCertificate.FILES, files);
                told.put(ApprovalCertificate.FILES + ApprovalCertificate.SALT, ActStatement.filesSalt(salt));
            }
        }
    }

    boolean submits() {
        return word.equals(SUBMIT);
    }

    /** Who has submitted is who has written: for what a workflow has started that is the system, in the initiator's name. */
    CertifiedAct in(Optional<LoggedEntry> entry) {
        String by = entry.filter(logged -> submits())
                .map(logged -> Json.parse(logged.canonical()).path("actor").asText())
                .orElse(actor);
        return new CertifiedAct(id, at, word, node, by, targets, recordVersion, said, statement, entry);
    }
}
