package io.jianmi.core.privacy.identifier;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Resident identity number (GB 11643-1999). Checks in order: LEGACY15, LENGTH, CHARSET, REGION, DATE, FUTURE, CHECKSUM.
 * Of the area code only the province is checked: codes are withdrawn over time and old numbers stay valid.
 */
public final class IdCard {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final int LENGTH = 18;
    private static final int LEGACY_LENGTH = 15;
    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83", "91");

    private IdCard() {}

    /** @param today birth dates after it are refused */
    public static Verdict check(String text, LocalDate today) {
        String code = TypedText.code(text);
        if (code.length() == LEGACY_LENGTH && TypedText.digits(code)) {
            return Verdict.refused(Reason.LEGACY15);
        }
        if (code.codePointCount(0, code.length()) != LENGTH) {
            return Verdict.refused(Reason.LENGTH);
        }
        if (!charset(code)) {
            return Verdict.refused(Reason.CHARSET);
        }
        if (code.charAt(0) != '9' && !PROVINCES.contains(code.substring(0, 2))) {
            return Verdict.refused(Reason.REGION);
        }
        Optional<LocalDate> birth = birth(code);
        if (birth.isEmpty()) {
            return Verdict.refused(Reason.DATE);
        }
        if (birth.get().isAfter(today)) {
            return Verdict.refused(Reason.FUTURE);
        }
        return code.charAt(LENGTH - 1) == checkCharacter(code) ? Verdict.valid(code) : Verdict.refused(Reason.CHECKSUM);
    }

    /** Date of birth in an 18-character number, empty when its digits are no date. */
    public static Optional<LocalDate> birth(String normalized) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(normalized.substring(6, 10)),
                    Integer.parseInt(normalized.substring(10, 12)),
                    Integer.parseInt(normalized.substring(12, 14))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** True when the number was given to a woman: the 17th digit is even. */
    public static boolean female(String normalized) {
        return (normalized.charAt(16) - '0') % 2 == 0;
    }

    private static boolean charset(String code) {
        char last = code.charAt(LENGTH - 1);
        return code.length() == LENGTH
                && TypedText.digits(code.substring(0, LENGTH - 1))
                && (last == 'X' || (last >= '0' && last <= '9'));
    }

    private static char checkCharacter(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (code.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % CHECKS.length());
    }
}
