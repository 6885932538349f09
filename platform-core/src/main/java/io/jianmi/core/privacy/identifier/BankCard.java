package io.jianmi.core.privacy.identifier;

/**
 * Bank card number (ISO/IEC 7812-1). Checks in order: CHARSET, LENGTH, REPEATED, CHECKSUM (Luhn). Some domestic cards
 * carry no Luhn digit, so callers may treat CHECKSUM as a warning.
 */
public final class BankCard {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 19;

    private BankCard() {}

    public static Verdict check(String text) {
        String code = TypedText.code(text);
        if (!TypedText.digits(code)) {
            return Verdict.refused(Reason.CHARSET);
        }
        if (code.length() < SHORTEST || code.length() > LONGEST) {
            return Verdict.refused(Reason.LENGTH);
        }
        if (code.chars().distinct().count() == 1) {
            return Verdict.refused(Reason.REPEATED);
        }
        return luhn(code) ? Verdict.valid(code) : Verdict.refused(Reason.CHECKSUM);
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
