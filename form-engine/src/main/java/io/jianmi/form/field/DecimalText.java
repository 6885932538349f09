package io.jianmi.form.field;

import java.math.BigDecimal;

/** Decimals in the one form in which they are stored: plain, without useless zeros. */
public final class DecimalText {

    private DecimalText() {}

    /** Without trailing zeros after the point; never an exponent when printed plainly. */
    public static BigDecimal strip(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
