package io.jianmi.form.rights;

import java.util.Optional;

/** How a request reached the privacy desk. */
enum RequestChannel {
    WEB,
    PAPER,
    PHONE,
    EMAIL,
    MINI_PROGRAM,
    IN_PERSON;

    String key() {
        return Words.key(this);
    }

    static Optional<RequestChannel> of(String key) {
        return Words.of(values(), key);
    }
}
