package io.jianmi.form.record;

import io.jianmi.form.access.FieldAccess;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What one task of an actor gives him on its record.
 *
 * @param standing open: its fields add to what he may; done: the record stays visible, masked; copied: its fields, as
 *     declared or masked
 * @param fields access per field key, {@code "*"} as the default; absent without default: hidden
 * @param reveal how he may reveal, when some field says {@code reveal}
 */
public record TaskGrant(
        UUID task, String node, Standing standing, Map<String, FieldAccess> fields, Optional<Reveal> reveal) {

    public enum Standing {
        OPEN,
        DONE,
        COPIED
    }

    /** The reveal clause of a node or of a permission group. */
    public record Reveal(List<String> purposes, int minutes, int perHour, int perDay, Optional<String> stepUp) {}

    public FieldAccess access(String field) {
        FieldAccess named = fields.get(field);
        return named != null ? named : fields.getOrDefault("*", FieldAccess.HIDDEN);
    }
}
