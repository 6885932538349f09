package io.jianmi.form.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Finds a text in what is shown anyway, as the database does: ignoring case. */
final class Excerpt {

    /** Characters shown before what was found, and in all. */
    private static final int BEFORE = 20;

    private static final int LONGEST = 80;

    private Excerpt() {}

    static boolean holds(String whole, String text) {
        return at(whole, text) >= 0;
    }

    /** A title as it is written in definitions: one text, or one per language. */
    static boolean names(JsonNode title, String text) {
        if (title.isTextual()) {
            return holds(title.textValue(), text);
        }
        for (JsonNode one : title) {
            if (one.isTextual() && holds(one.textValue(), text)) {
                return true;
            }
        }
        return false;
    }

    /** What stands around the text, on one line; never half of a character. */
    static String around(String whole, String text) {
        String line = whole.replaceAll("\\s+", " ");
        int from = Math.max(0, at(line, text) - BEFORE);
        int start = whole(line, from);
        int end = whole(line, Math.min(line.length(), start + LONGEST));
        return (start > 0 ? "…" : "") + line.substring(start, end) + (end < line.length() ? "…" : "");
    }

    private static int at(String whole, String text) {
        return whole.toLowerCase(Locale.ROOT).indexOf(text.toLowerCase(Locale.ROOT));
    }

    private static int whole(String line, int index) {
        boolean half = index > 0 && index < line.length() && Character.isLowSurrogate(line.charAt(index));
        return half ? index - 1 : index;
    }
}
