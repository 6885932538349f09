package io.jianmi.form.field.richtext;

import java.util.Locale;

/** Emphasis that text carries, in the order in which the normal form nests it. */
enum Mark {
    STRONG,
    EM,
    U,
    S,
    CODE;

    private final String element = name().toLowerCase(Locale.ROOT);

    String element() {
        return element;
    }
}
