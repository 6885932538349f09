package io.jianmi.workflow.sign;

import java.util.Locale;

/** Who of several assignees has to sign. */
public enum SignMode {
    /** The first to decide decides for all. */
    ANY,
    /** Everybody approves; one rejection rejects. */
    ALL,
    /** As {@link #ALL}, one after the other in the order of assignment. */
    SEQUENTIAL,
    /** A share of all approves; rejected as soon as the share cannot be reached any more. */
    RATIO;

    /** The word in definitions. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static SignMode parse(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
