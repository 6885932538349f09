package io.jianmi.form.expression;

import io.jianmi.core.privacy.sensitivity.Sensitivity;

/** Sensitivity levels of composite values. */
final class Levels {

    private Levels() {}

    /** The highest level of what a value of this type holds inside. */
    static Sensitivity within(Type type) {
        if (type.element() != null) {
            return within(type.element());
        }
        return type.entries() == null ? Sensitivity.PUBLIC : type.entries().highest();
    }
}
