package io.jianmi.form.rights;

import java.util.Optional;

/** What the privacy desk does about a request. A refusal is an answer; it is one act of its own since it ends otherwise. */
enum RequestAct {
    ASSIGN,
    EXTEND,
    CARRY_OUT,
    ANSWER,
    REFUSE,
    WITHDRAW;

    String key() {
        return Words.key(this);
    }

    static Optional<RequestAct> of(String key) {
        return Words.of(values(), key);
    }
}
