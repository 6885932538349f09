package io.jianmi.core.privacy.masking;

import io.jianmi.core.privacy.identifier.TypedText;
import java.util.Optional;

/** Keeps the first letter of a local part of two or more, and the domain; strictly, only its last label. */
record EmailRule(boolean strict) implements PartialMask.Rule {

    @Override
    public Optional<String> shown(String text) {
        int at = text.lastIndexOf('@');
        if (at <= 0 || at == text.length() - 1 || text.codePoints().anyMatch(TypedText::whiteSpace)) {
            return Optional.empty();
        }
        int[] local = TypedText.units(text.substring(0, at));
        String first = local.length >= 2 ? Character.toString(local[0]) : "";
        return Optional.of(first + "***@" + domain(text.substring(at + 1)));
    }

    private String domain(String typed) {
        StringBuilder lower = new StringBuilder(typed.length());
        typed.codePoints().map(c -> c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c).forEach(lower::appendCodePoint);
        return strict ? "***." + lower.substring(lower.lastIndexOf(".") + 1) : lower.toString();
    }
}
