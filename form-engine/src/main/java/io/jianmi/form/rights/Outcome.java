package io.jianmi.form.rights;

import java.util.Optional;

/** How a request was answered. */
enum Outcome {
    GRANTED,
    PARTLY,
    REFUSED;

    String key() {
        return Words.key(this);
    }

    static Optional<Outcome> of(String key) {
        return Words.of(values(), key);
    }

    RequestAct act() {
        return this == REFUSED ? RequestAct.REFUSE : RequestAct.ANSWER;
    }
}
