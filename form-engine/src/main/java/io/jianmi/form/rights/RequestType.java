package io.jianmi.form.rights;

import java.util.Optional;

/** What a person may ask for. */
enum RequestType {
    ACCESS,
    CORRECT,
    ERASE,
    EXPORT,
    RESTRICT,
    OBJECT;

    String key() {
        return Words.key(this);
    }

    static Optional<RequestType> of(String key) {
        return Words.of(values(), key);
    }

    /** Whether what is asked for is a copy of what is kept. */
    boolean copies() {
        return this == ACCESS || this == EXPORT;
    }
}
