package io.jianmi.form.erasure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an erasure does, in this order. Each may be done again: a node that died half-way has left it undone. */
enum Step {
    /** The order is noted beside the keys, so that a copy of the data brought back does not forget it. */
    SHADOW,
    /** Keys of all classes, with what the audit log could be guessed by. */
    KEYS,
    /** Her records are listed, since what hangs on them is found by their ids. */
    RECORDS,
    /** Other domains: workflows that run on them end. */
    TRACES,
    FILES,
    /** History, comments, shares, notifications, what people wrote to approvers, index tokens. */
    HANGING,
    ROWS,
    /** No node holds her keys any more. */
    PURGED,
    /** Everything once more: who had begun to write before the keys were gone has ended meanwhile. */
    SWEPT,
    CLOSED;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Step> of(String key) {
        return Arrays.stream(values()).filter(step -> step.key().equals(key)).findFirst();
    }
}
