package io.jianmi.form.rights;

import java.util.Optional;

/** The law under which somebody asks; its terms are the tenant's own data. */
enum Law {
    PIPL,
    GDPR,
    CCPA;

    String key() {
        return Words.key(this);
    }

    static Optional<Law> of(String key) {
        return Words.of(values(), key);
    }
}
