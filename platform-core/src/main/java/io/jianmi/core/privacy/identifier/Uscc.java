package io.jianmi.core.privacy.identifier;

/**
 * Unified social credit code (GB 32100-2015). Checks in order: LENGTH, CHARSET, REGION, CHECKSUM. A few codes of early
 * pilots break the check character, so callers may treat CHECKSUM as a warning.
 */
public final class Uscc {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int MODULUS = 31;
    private static final int LENGTH = 18;

    private Uscc() {}

    public static Verdict check(String text) {
        String code = TypedText.code(text);
        if (code.codePointCount(0, code.length()) != LENGTH) {
            return Verdict.refused(Reason.LENGTH);
        }
        if (!code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
            return Verdict.refused(Reason.CHARSET);
        }
        if (!TypedText.digits(code.substring(2, 8))) {
            return Verdict.refused(Reason.REGION);
        }
        return ALPHABET.indexOf(code.charAt(LENGTH - 1)) == checkValue(code)
                ? Verdict.valid(code)
                : Verdict.refused(Reason.CHECKSUM);
    }

    private static int checkValue(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % MODULUS;
        }
        return (MODULUS - sum % MODULUS) % MODULUS;
    }
}
