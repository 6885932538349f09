package io.jianmi.form.field.money;

import io.jianmi.form.field.ExactNumber;

/** An amount of the field's currency (ISO 4217), which is shown with it; in hundredths of the unit when nothing else is said. */
public final class MoneyType extends ExactNumber {

    private static final int CENTS = 2;

    public MoneyType() {
        super("money", CENTS);
    }
}
