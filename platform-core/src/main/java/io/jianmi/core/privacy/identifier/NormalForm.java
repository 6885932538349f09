package io.jianmi.core.privacy.identifier;

import java.util.Locale;
import java.util.function.UnaryOperator;

/** How a value is written before it is compared, checked for uniqueness or turned into an index token. */
public enum NormalForm {
    /** Names and any other text: NFKC, trimmed, white space collapsed. */
    TEXT(text -> TypedText.collapsed(TypedText.compatible(text))),
    /** E.164 where it can be known. */
    PHONE(PhoneNumber::normalized),
    /** Lower case, both sides of the @. */
    EMAIL(text -> TypedText.compatible(TypedText.clean(text)).toLowerCase(Locale.ROOT)),
    /** Identity number, bank card, plate, passport, credit code: no separators, upper case. */
    CODE(TypedText::code);

    private static final int LAST = 4;

    private final UnaryOperator<String> form;

    NormalForm(UnaryOperator<String> form) {
        this.form = form;
    }

    public String of(String text) {
        return form.apply(text);
    }

    /** The last four code points of the normal form, for the search mode {@code last4}; all of a shorter one. */
    public String last4(String text) {
        String normalized = of(text);
        int length = normalized.codePointCount(0, normalized.length());
        return length <= LAST
                ? normalized
                : normalized.substring(normalized.offsetByCodePoints(normalized.length(), -LAST));
    }
}
