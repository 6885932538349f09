package io.jianmi.workflow.node;

import java.util.Locale;

/** What a node shows of one field, lowest first; the words of the field access ladder. */
public enum NodeAccess {
    HIDDEN,
    MASKED,
    REVEAL,
    READ,
    EDIT;

    /** The word in definitions. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Fails closed: an unknown word hides. */
    public static NodeAccess parse(String word) {
        for (NodeAccess access : values()) {
            if (access.key().equals(word)) {
                return access;
            }
        }
        return HIDDEN;
    }
}
