package io.jianmi.form.print;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntPredicate;

/** Writes well-formed XHTML. Every text goes through one escape, so nothing that people typed is ever markup. */
final class Html {

    /** Variation selectors: they choose among pictures of an emoji. */
    private static final int FIRST_VARIANT = 0xfe00;

    private static final int LAST_VARIANT = 0xfe0f;

    /** Stands for a character that the font cannot draw. */
    private static final int MISSING = '\u25a1';

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private final IntPredicate drawable;

    /** @param drawable tells the code points that the font has */
    Html(IntPredicate drawable) {
        this.drawable = drawable;
    }

    /** @param style key of the class in the style sheet, a constant of ours; "" for none */
    Html start(String tag, String style) {
        out.append('<').append(tag);
        if (!style.isEmpty()) {
            out.append(" class=\"").append(style).append('"');
        }
        out.append('>');
        open.push(tag);
        return this;
    }

    /** A cell over several columns. */
    Html cell(String tag, String style, int columns) {
        start(tag, style);
        out.insert(out.length() - 1, " colspan=\"" + columns + "\"");
        return this;
    }

    Html end() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    Html element(String tag, String style, String text) {
        return start(tag, style).text(text).end();
    }

    /** What somebody wrote; line breaks are kept, what steers the writing direction or the terminal is left out. */
    Html text(String text) {
        text.codePoints().forEach(this::character);
        return this;
    }

    private void character(int point) {
        switch (point) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            case '\n' -> out.append('\n');
            case '\t', '\u00a0', '\u2028', '\u2029' -> out.append(' ');
            default -> {
                if (!invisible(point)) {
                    out.appendCodePoint(drawable.test(point) ? point : MISSING);
                }
            }
        }
    }

    /** Control characters, marks of direction (UAX 9), halves of pairs, what XML 1.0 cannot hold. */
    private static boolean invisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
            default -> (point & 0xfffe) == 0xfffe || point >= FIRST_VARIANT && point <= LAST_VARIANT;
        };
    }

    /** A part of a document that is ours word for word. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    String document() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open.peek());
        }
        return out.toString();
    }

    int length() {
        return out.length();
    }
}
