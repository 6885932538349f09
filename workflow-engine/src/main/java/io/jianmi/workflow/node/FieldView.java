package io.jianmi.workflow.node;

import io.jianmi.form.access.FieldAccess;
import java.util.Map;
import java.util.Optional;

/**
 * What a node shows of the record, before caps.
 *
 * @param fields access per field key; {@code *} is the default
 * @param reveal terms under which fields with {@code reveal} may be opened
 */
public record FieldView(Map<String, FieldAccess> fields, Optional<Reveal> reveal) {

    /** The key that stands for every field not named. */
    public static final String DEFAULT = "*";

    /**
     * Terms of opening a field in a task.
     *
     * @param purpose one of the field's purposes
     * @param minutes for how long
     * @param stepUp {@code mfa} asks for a fresh second factor
     * @param approvedBy role whose consent it needs
     */
    public record Reveal(String purpose, int minutes, Optional<String> stepUp, Optional<String> approvedBy) {}

    public FieldView {
        fields = Map.copyOf(fields);
    }

    /** Everything masked: the default of a copy. */
    public static FieldView masked() {
        return new FieldView(Map.of(DEFAULT, FieldAccess.MASKED), Optional.empty());
    }

    /** Access to a field; a field that is neither named nor covered by the default is hidden. */
    public FieldAccess of(String field) {
        FieldAccess fallback = fields.getOrDefault(DEFAULT, FieldAccess.HIDDEN);
        return fields.getOrDefault(field, fallback);
    }
}
