package io.jianmi.form.comment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comment as it is stored.
 *
 * @param subject whose keys seal the text: the record's person
 * @param author a member's id
 * @param textVersion the version that wrote the text
 * @param sealed {@link Said}; empty when a deleted one cannot come back
 */
record Comment(
        UUID id,
        String form,
        UUID record,
        UUID subject,
        String author,
        int version,
        int textVersion,
        Instant createdAt,
        @Nullable Instant editedAt,
        @Nullable Instant deletedAt,
        @Nullable String deletedBy,
        byte[] sealed) {

    boolean deleted() {
        return deletedAt != null;
    }

    /** The same, with its text. */
    Comment sealed(byte[] text) {
        return new Comment(
                id,
                form,
                record,
                subject,
                author,
                version,
                textVersion,
                createdAt,
                editedAt,
                deletedAt,
                deletedBy,
                text);
    }

    /** The next version, saying something else. */
    Comment saying(byte[] sealed, Instant at) {
        return new Comment(
                id, form, record, subject, author, version + 1, version + 1, createdAt, at, null, null, sealed);
    }

    /** The next version, as a tombstone. */
    Comment deleted(String by, Instant at) {
        return new Comment(
                id, form, record, subject, author, version + 1, textVersion, createdAt, editedAt, at, by, sealed);
    }

    /** The next version, as it was before it was deleted. */
    Comment restored() {
        return new Comment(
                id, form, record, subject, author, version + 1, textVersion, createdAt, editedAt, null, null, sealed);
    }
}
