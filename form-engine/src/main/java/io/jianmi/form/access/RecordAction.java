package io.jianmi.form.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a permission group lets its members do with records. */
public enum RecordAction {
    CREATE,
    READ,
    UPDATE,
    DELETE,
    RESTORE,
    SEARCH,
    IMPORT,
    EXPORT,
    PRINT,
    SHARE,
    MANAGE,
    /** Asking whether other records hold a value already, in sight or not. */
    DUPLICATES,
    /** Counting and adding up records that are out of sight one by one; groups of few people are not told. */
    STATISTICS;

    /** Whether it leaves a version of a record behind. */
    public boolean stores() {
        return switch (this) {
            case CREATE, UPDATE, DELETE, RESTORE, IMPORT, MANAGE -> true;
            case READ, SEARCH, EXPORT, PRINT, SHARE, DUPLICATES, STATISTICS -> false;
        };
    }

    /** Whether what is done takes values out of the system, into a file or onto paper: what only the screen was lent stays there. */
    public boolean leaves() {
        return this == EXPORT || this == PRINT;
    }

    /** The word in definitions. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<RecordAction> parse(String word) {
        return Arrays.stream(values())
                .filter(action -> action.key().equals(word))
                .findFirst();
    }
}
