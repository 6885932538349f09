package io.jianmi.form.field.number;

import io.jianmi.form.field.ExactNumber;

/** A number; its unit is for the eye only. */
public final class NumberType extends ExactNumber {

    public NumberType() {
        super("number", ANY_SCALE);
    }
}
