package io.jianmi.form.field.percent;

import io.jianmi.form.field.ExactNumber;

/** A number of hundredths, in formulas too: {@code 12.5} is twelve and a half per cent. */
public final class PercentType extends ExactNumber {

    public PercentType() {
        super("percent", ANY_SCALE);
    }
}
