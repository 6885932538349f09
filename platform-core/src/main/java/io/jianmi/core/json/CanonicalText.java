package io.jianmi.core.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Strings and numbers as ECMAScript prints them, which is what RFC 8785 prescribes. */
final class CanonicalText {

    private static final char[] HEX = "0123456789abcdef".toCharArray();
    /** Doubles have between 1 and 17 significant decimal digits. */
    private static final int MAX_DIGITS = 17;
    /** ECMAScript writes exponents from 10^21 on and below 10^-6. */
    private static final int PLAIN_UP_TO = 21;

    private static final int PLAIN_DOWN_TO = -6;

    private CanonicalText() {}

    static void quote(String text, StringBuilder out) {
        if (plain(text)) {
            out.append('"').append(text).append('"');
        } else {
            escape(text, out);
        }
    }

    /** Nearly every text is: then it is copied as a whole. */
    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\' || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static void escape(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20) {
                control(c, out);
            } else {
                if (Character.isSurrogate(c) && !paired(text, i)) {
                    throw new IllegalArgumentException("lone surrogate");
                }
                out.append(c);
            }
        }
        out.append('"');
    }

    static void number(double value, StringBuilder out) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("no JSON number");
        }
        if (value == 0) {
            out.append('0');
            return;
        }
        if (value < 0) {
            out.append('-');
        }
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

    private static boolean paired(String text, int i) {
        char c = text.charAt(i);
        return Character.isHighSurrogate(c)
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }

    private static void control(char c, StringBuilder out) {
        switch (c) {
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
        }
    }
}
