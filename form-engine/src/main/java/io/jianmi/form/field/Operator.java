package io.jianmi.form.field;

import java.util.Optional;

/** Operators of a filter's comparison. */
public enum Operator {
    EQ("eq"),
    NE("ne"),
    LT("lt"),
    LTE("lte"),
    GT("gt"),
    GTE("gte"),
    IN("in"),
    NOT_IN("notIn"),
    BETWEEN("between"),
    CONTAINS("contains"),
    STARTS_WITH("startsWith"),
    IS_EMPTY("isEmpty"),
    IS_NOT_EMPTY("isNotEmpty"),
    LAST4("last4"),
    ME("me"),
    MY_DEPARTMENTS("myDepartments"),
    BELOW("below");

    private final String key;

    Operator(String key) {
        this.key = key;
    }

    /** The word in a filter. */
    public String key() {
        return key;
    }

    public static Optional<Operator> parse(String word) {
        for (Operator operator : values()) {
            if (operator.key.equals(word)) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }
}
