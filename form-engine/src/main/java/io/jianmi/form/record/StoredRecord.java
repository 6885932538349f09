package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row as it stands in the form's table: clear values and ciphertexts, nothing opened.
 *
 * @param clear stored values of unprotected fields that are not empty
 * @param cells ciphertexts of protected fields that are not empty
 * @param children rows of each subform, in order
 * @param deletedAt null while it lives
 * @param kept what it holds of fields that its form no longer has; only its seal is about it
 */
record StoredRecord(
        UUID id,
        int version,
        Status status,
        int formVersion,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        UUID subject,
        Map<String, JsonNode> clear,
        Map<String, byte[]> cells,
        Map<String, List<Child>> children,
        @Nullable Instant deletedAt,
        Kept kept) {

    /** One row of a subform. */
    record Child(UUID id, Map<String, JsonNode> clear, Map<String, byte[]> cells, Kept kept) {

        Child(UUID id, Map<String, JsonNode> clear, Map<String, byte[]> cells) {
            this(id, clear, cells, Kept.NONE);
        }
    }

    /**
     * Values of removed fields: nobody is shown them, no rule reads them, and every new version of the record carries them along.
     *
     * @param children rows of removed subforms, whole
     */
    record Kept(Map<String, JsonNode> clear, Map<String, byte[]> cells, Map<String, List<Child>> children) {

        static final Kept NONE = new Kept(Map.of(), Map.of(), Map.of());

        boolean isEmpty() {
            return clear.isEmpty() && cells.isEmpty() && children.isEmpty();
        }
    }

    /** Of a record that holds nothing but what its form has. */
    StoredRecord(
            UUID id,
            int version,
            Status status,
            int formVersion,
            Instant createdAt,
            String createdBy,
            Instant updatedAt,
            String updatedBy,
            UUID subject,
            Map<String, JsonNode> clear,
            Map<String, byte[]> cells,
            Map<String, List<Child>> children,
            @Nullable Instant deletedAt) {
        this(
                id,
                version,
                status,
                formVersion,
                createdAt,
                createdBy,
                updatedAt,
                updatedBy,
                subject,
                clear,
                cells,
                children,
                deletedAt,
                Kept.NONE);
    }

    /** Life of a record. Trashing keeps the status, so that restoring knows where it came from. */
    enum Status {
        DRAFT("draft"),
        SUBMITTED("submitted"),
        /** What only somebody with SQL could have written; no seal ever covers it. */
        FOREIGN("");

        private final String key;

        Status(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }

        /** Empty when the column holds what the product never writes. */
        static Optional<Status> parse(String key) {
            return key.equals(DRAFT.key)
                    ? Optional.of(DRAFT)
                    : key.equals(SUBMITTED.key) ? Optional.of(SUBMITTED) : Optional.empty();
        }
    }

    /** The same with other values in its own columns. */
    StoredRecord holding(Map<String, JsonNode> otherClear, Map<String, byte[]> otherCells) {
        return new StoredRecord(
                id,
                version,
                status,
                formVersion,
                createdAt,
                createdBy,
                updatedAt,
                updatedBy,
                subject,
                otherClear,
                otherCells,
                children,
                deletedAt,
                kept);
    }

    boolean trashed() {
        return deletedAt != null;
    }
}
