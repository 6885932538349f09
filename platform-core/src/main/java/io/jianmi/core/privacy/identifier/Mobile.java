package io.jianmi.core.privacy.identifier;

/** Mainland mobile number; its normal form is E.164. Checks in order: COUNTRY, CHARSET, LENGTH, PREFIX. */
public final class Mobile {

    static final String COUNTRY = "+86";
    private static final int LENGTH = 11;

    private Mobile() {}

    public static Verdict check(String text) {
        String code = PhoneNumber.international(TypedText.code(text));
        if (code.startsWith("+") && !code.startsWith(COUNTRY)) {
            return Verdict.refused(Reason.COUNTRY);
        }
        String national = code.startsWith(COUNTRY) ? code.substring(COUNTRY.length()) : code;
        if (!TypedText.digits(national)) {
            return Verdict.refused(Reason.CHARSET);
        }
        if (national.length() != LENGTH) {
            return Verdict.refused(Reason.LENGTH);
        }
        return national(national) ? Verdict.valid(COUNTRY + national) : Verdict.refused(Reason.PREFIX);
    }

    /** Whether these are the eleven digits of a mainland mobile number, without country code. */
    public static boolean national(String digits) {
        return digits.length() == LENGTH
                && TypedText.digits(digits)
                && digits.charAt(0) == '1'
                && digits.charAt(1) >= '3';
    }
}
