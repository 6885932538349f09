package io.jianmi.form.parse;

import java.util.Set;

/** Names that no field may have: system fields, {@code user}, and the words of FEEL (OMG DMN 1.5, 10.3.1.2). */
final class ReservedKeys {

    private static final Set<String> KEYS = Set.of(
            "id",
            "status",
            "version",
            "createdAt",
            "createdBy",
            "updatedAt",
            "updatedBy",
            "user",
            "if",
            "then",
            "else",
            "for",
            "in",
            "return",
            "some",
            "every",
            "satisfies",
            "between",
            "and",
            "or",
            "not",
            "null",
            "true",
            "false",
            "function",
            "external",
            "instance",
            "of",
            "item",
            "partial");

    private ReservedKeys() {}

    static boolean contains(String key) {
        return KEYS.contains(key);
    }
}
