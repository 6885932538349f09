package io.jianmi.form.access;

import java.util.Locale;

/**
 * What an actor may do with one field of one record, lowest first.
 *
 * <p>{@code HIDDEN}: the field does not exist for him. {@code MASKED}: he sees the mask. {@code REVEAL}: the mask, and
 * the right to reveal. {@code READ}: the value. {@code EDIT}: the value, and may change it.
 */
public enum FieldAccess {
    HIDDEN,
    MASKED,
    REVEAL,
    READ,
    EDIT;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** The word in definitions and answers. */
    public String key() {
        return key;
    }

    public static FieldAccess parse(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    public boolean atLeast(FieldAccess other) {
        return compareTo(other) >= 0;
    }

    public FieldAccess max(FieldAccess other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public FieldAccess min(FieldAccess other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
