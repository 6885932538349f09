package io.jianmi.core.privacy.sensitivity;

import java.util.Locale;

/** Level of protection of a value, lowest first. Levels from {@link #PERSONAL} on are stored encrypted. */
public enum Sensitivity {
    PUBLIC,
    INTERNAL,
    PERSONAL,
    SENSITIVE,
    SECRET;

    /** The word in definitions, such as {@code personal}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The level of a word in a definition; an unknown word is treated as secret (design: fail closed). */
    public static Sensitivity parse(String word) {
        for (Sensitivity level : values()) {
            if (level.key().equals(word)) {
                return level;
            }
        }
        return SECRET;
    }

    public boolean encrypted() {
        return compareTo(PERSONAL) >= 0;
    }

    public Sensitivity max(Sensitivity other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
