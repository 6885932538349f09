package io.jianmi.core.privacy.masking;

import io.jianmi.core.privacy.identifier.Mobile;
import io.jianmi.core.privacy.identifier.PhoneNumber;
import io.jianmi.core.privacy.identifier.TypedText;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mainland mobiles keep three and four digits, landlines two, foreign numbers the calling code and at most four. */
final class PhoneRule implements PartialMask.Rule {

    private static final Pattern LANDLINE = Pattern.compile("(0(?:10|2[0-9]|[3-9][0-9]{2}))([0-9]{7,8})");
    private static final Set<String> ONE_DIGIT_CODES = Set.of("1", "7");
    private static final Set<String> TWO_DIGIT_CODES = Set.of(
            "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49",
            "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84",
            "86", "90", "91", "92", "93", "94", "95", "98");
    private static final int LONGEST = 15;
    private static final int LONG_NATIONAL = 8;

    @Override
    public Optional<String> shown(String text) {
        String number = PhoneNumber.digits(text);
        if (!number.startsWith("+")) {
            return mainland(number);
        }
        String digits = number.substring(1);
        if (!TypedText.digits(digits)) {
            return Optional.empty();
        }
        if (digits.startsWith("86")) {
            return mainland(digits.substring(2)).map(shown -> "+86 " + shown);
        }
        return foreign(digits);
    }

    private static Optional<String> mainland(String number) {
        if (Mobile.national(number)) {
            return Optional.of(PartialMask.ends(number, 3, 4));
        }
        Matcher landline = LANDLINE.matcher(number);
        return landline.matches()
                ? Optional.of(landline.group(1) + "-" + PartialMask.ends(landline.group(2), 0, 2))
                : Optional.empty();
    }

    private static Optional<String> foreign(String digits) {
        String code = callingCode(digits);
        String national = digits.substring(code.length());
        if ((code.equals("852") || code.equals("853")) && national.length() == 8) {
            return Optional.of("+" + code + " " + PartialMask.ends(national, 2, 2));
        }
        if (code.equals("886") && national.length() == 9) {
            return Optional.of("+" + code + " " + PartialMask.ends(national, 2, 3));
        }
        if (digits.length() > LONGEST || national.length() < 5) {
            return Optional.empty();
        }
        int kept = national.length() >= LONG_NATIONAL ? 4 : 2;
        return Optional.of("+" + code + " " + PartialMask.ends(national, 0, kept));
    }

    private static String callingCode(String digits) {
        for (int length = 1; length <= 2 && length < digits.length(); length++) {
            String code = digits.substring(0, length);
            if ((length == 1 ? ONE_DIGIT_CODES : TWO_DIGIT_CODES).contains(code)) {
                return code;
            }
        }
        return digits.substring(0, Math.min(3, digits.length()));
    }
}
