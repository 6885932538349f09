package io.jianmi.core.privacy.masking;

import io.jianmi.core.privacy.identifier.TypedText;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Codes of a fixed shape: the ends are shown, the middle is starred.
 *
 * @param shape what the whole code, separators removed and in upper case, must look like
 */
record CodeRule(Pattern shape, int first, int last) implements PartialMask.Rule {

    private static final String HAN = "[\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF\\x{20000}-\\x{3FFFF}\\u3007]";

    static final Pattern IDENTITY_NUMBER = Pattern.compile("[0-9]{17}[0-9X]|[0-9]{15}");
    static final Pattern PASSPORT = Pattern.compile("[A-Z0-9]{6,12}");
    static final Pattern CREDIT_CODE = Pattern.compile("[0-9A-Z]{18}");
    static final Pattern PLATE = Pattern.compile(HAN + "[A-Z][A-Z0-9]{4,5}[A-Z0-9挂学警港澳领使]");

    private static final Pattern CARD = Pattern.compile("[0-9]{12,19}");
    private static final int LONG_CARD = 15;

    @Override
    public Optional<String> shown(String text) {
        String code = TypedText.code(text);
        return shape.matcher(code).matches() ? Optional.of(PartialMask.ends(code, first, last)) : Optional.empty();
    }

    /** A short card number would keep too little hidden between six and four digits. */
    static Optional<String> bankCard(String text) {
        String code = TypedText.code(text);
        return CARD.matcher(code).matches()
                ? Optional.of(PartialMask.ends(code, code.length() >= LONG_CARD ? 6 : 0, 4))
                : Optional.empty();
    }
}
