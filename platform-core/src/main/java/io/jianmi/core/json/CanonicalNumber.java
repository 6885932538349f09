package io.jianmi.core.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as ECMAScript prints them, which is what RFC 8785 prescribes. */
final class CanonicalNumber {

    /** Doubles have between 1 and 17 significant decimal digits. */
    private static final int MAX_DIGITS = 17;
    /** ECMAScript writes exponents from 10^21 on and below 10^-6. */
    private static final int PLAIN_UP_TO = 21;

    private static final int PLAIN_DOWN_TO = -6;

    private CanonicalNumber() {}

    /** @throws IllegalArgumentException when it is not finite */
    static String text(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("no JSON number");
        }
        if (value == 0) {
            return "0";
        }
        StringBuilder out = new StringBuilder(value < 0 ? "-" : "");
        BigDecimal shortest = shortest(Math.abs(value));
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        if (point > PLAIN_UP_TO || point <= PLAIN_DOWN_TO) {
            exponent(digits, point - 1, out);
        } else if (point <= 0) {
            out.append("0.").append("0".repeat(-point)).append(digits);
        } else if (point >= digits.length()) {
            out.append(digits).append("0".repeat(point - digits.length()));
        } else {
            out.append(digits, 0, point).append('.').append(digits, point, digits.length());
        }
        return out.toString();
    }

    private static void exponent(String digits, int exponent, StringBuilder out) {
        out.append(digits.charAt(0));
        if (digits.length() > 1) {
            out.append('.').append(digits, 1, digits.length());
        }
        out.append('e').append(exponent < 0 ? '-' : '+').append(Math.abs(exponent));
    }

    /** Fewest digits that read back as the same double; {@code Double.toString} is not always shortest before JDK 19. */
    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < MAX_DIGITS; digits++) {
            BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (nearest.doubleValue() == value) {
                return nearest.stripTrailingZeros();
            }
            // At a power of two the gap above is twice the gap below, so a farther neighbour may still read back.
            BigDecimal above = exact.round(new MathContext(digits, RoundingMode.UP));
            if (above.doubleValue() == value) {
                return above.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(MAX_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }
}
