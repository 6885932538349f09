package io.jianmi.core.privacy.masking;

import io.jianmi.core.privacy.identifier.TypedText;
import java.util.Optional;

/** A mask with a rule of its own; cleaning, emptiness and failing closed are the same for all. */
record PartialMask(MaskId id, Rule rule) implements Masker {

    /** Sees a cleaned, non-empty text; empty when the text is not of the rule's type. */
    @FunctionalInterface
    interface Rule {
        Optional<String> shown(String text);
    }

    @Override
    public String mask(String text) {
        String clean = TypedText.clean(text);
        return clean.isEmpty() ? "" : rule.shown(clean).orElse(TOKEN);
    }

    /** The first and last code points of a text with every one between them starred. */
    static String ends(String text, int first, int last) {
        int length = text.codePointCount(0, text.length());
        return text.substring(0, text.offsetByCodePoints(0, first))
                + "*".repeat(length - first - last)
                + text.substring(text.offsetByCodePoints(text.length(), -last));
    }
}
