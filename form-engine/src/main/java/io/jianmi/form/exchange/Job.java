package io.jianmi.form.exchange;

import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.access.RecordAction;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * An import or an export as its row stands.
 *
 * @param actor id of the member in whose name it runs
 * @param subject whose keys seal its options and chunks
 * @param options sealed
 * @param nextChunk the first chunk that is not done
 * @param total rows there are, when that is known
 * @param problem code of what ended it
 */
record Job(
        TenantKey tenant,
        UUID id,
        Kind kind,
        String app,
        String form,
        String actor,
        Status status,
        boolean dryRun,
        UUID subject,
        byte[] options,
        Instant createdAt,
        Instant expiresAt,
        boolean cancelled,
        int nextChunk,
        int chunks,
        Optional<Integer> total,
        Counts counts,
        Optional<String> problem) {

    /** @param kept rows that an undo left as they are */
    record Counts(int done, int created, int updated, int failed, int undone, int kept) {}

    enum Kind {
        IMPORT(RecordAction.IMPORT),
        EXPORT(RecordAction.EXPORT),
        /** A file that another package writes ({@link FileWork}); of no form. */
        PACKAGE(RecordAction.EXPORT);

        private final RecordAction action;

        Kind(RecordAction action) {
            this.action = action;
        }

        /** What its owner must be allowed to do. */
        RecordAction action() {
            return action;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    enum Status {
        WAITING,
        RUNNING,
        UNDOING,
        DONE,
        FAILED,
        CANCELLED,
        UNDONE;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean open() {
            return this == WAITING || this == RUNNING || this == UNDOING;
        }
    }
}
