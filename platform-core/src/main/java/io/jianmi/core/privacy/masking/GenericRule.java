package io.jianmi.core.privacy.masking;

import io.jianmi.core.privacy.identifier.TypedText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shows some code points at either end, never more than half of all: both ends shrink in turn, the last first.
 *
 * @param first how many are shown at the start at most
 * @param last how many are shown at the end at most
 */
record GenericRule(int first, int last) implements PartialMask.Rule {

    private static final Pattern ID = Pattern.compile("generic\\(([0-9]{1,2}),([0-9]{1,2})\\)");
    private static final int MAX_STARS = 16;

    static Optional<Masker> parse(String id) {
        Matcher match = ID.matcher(id);
        return match.matches()
                ? Optional.of(new PartialMask(
                        new MaskId(id),
                        new GenericRule(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)))))
                : Optional.empty();
    }

    @Override
    public Optional<String> shown(String text) {
        int[] units = TypedText.units(text);
        int n = units.length;
        int left = first;
        int right = last;
        while (left + right > n / 2) {
            if (right > 0 && right >= left) {
                right--;
            } else {
                left--;
            }
        }
        return Optional.of(new String(units, 0, left)
                + "*".repeat(Math.min(n - left - right, MAX_STARS))
                + new String(units, n - right, right));
    }
}
