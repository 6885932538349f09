package io.jianmi.form.access;

import java.util.Map;

/**
 * What a task of the actor on this record adds.
 *
 * @param fields access per field key as its node declares, {@code *} as the default; nothing said: hidden
 */
public record TaskAccess(Standing standing, Map<String, FieldAccess> fields) {

    /** Where the task stands. */
    public enum Standing {
        /** To be done: gives what the node declares. */
        OPEN,
        /** His own record came back to him: adds nothing to what his groups give. */
        OWN,
        /** Done by this actor: a masked view remains. */
        DONE,
        /** A copy for this actor: gives what the node declares, for reading. */
        COPIED
    }

    public TaskAccess {
        fields = Map.copyOf(fields);
    }

    /** What the node declares. */
    public FieldAccess declared(String field) {
        FieldAccess named = fields.get(field);
        return named != null ? named : fields.getOrDefault("*", FieldAccess.HIDDEN);
    }

    FieldAccess gives(String field) {
        return switch (standing) {
            case OPEN -> declared(field);
            case OWN -> FieldAccess.HIDDEN;
            case DONE -> declared(field).min(FieldAccess.MASKED);
            case COPIED -> declared(field).min(FieldAccess.READ);
        };
    }
}
