package io.jianmi.workflow.task;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** When an added signer signs, seen from the one who adds him. */
enum Position {
    /** First; the asker's turn comes when they have approved. */
    BEFORE,
    /** After the asker's approval, as part of it. */
    AFTER,
    /** At the same time, with a signature that counts by itself. */
    BESIDE;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Position> parse(String word) {
        return Stream.of(values())
                .filter(position -> position.key().equals(word))
                .findFirst();
    }
}
