package io.jianmi.form.field.richtext;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.replace;
import static org.jooq.impl.DSL.val;

import java.util.regex.Pattern;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * The text of a normal form, without its tags: each block a line. The same patterns work here, in PostgreSQL and in the browser
 * ({@code richText/plainText.ts}), so that conditions agree wherever they are evaluated.
 */
final class PlainText {

    private static final String INLINE = "</?(?:a|code|em|s|strong|u)(?: [^>]*)?>";
    private static final String OTHERS = "(?:<[^>]*>)+";

    private static final Pattern INLINE_TAGS = Pattern.compile(INLINE);
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    /** Stands for a tag, of which no text holds the sign: Java repeats a group by recursion, so {@link #OTHERS} is for databases. */
    private static final String SIGN = "\u0001";

    private static final Pattern SIGNS = Pattern.compile(SIGN + "++");

    private PlainText() {}

    static String of(String normal) {
        String words = INLINE_TAGS.matcher(normal).replaceAll("");
        String lines = SIGNS.matcher(TAG.matcher(words).replaceAll(SIGN)).replaceAll("\n");
        int start = 0;
        int end = lines.length();
        while (start < end && lines.charAt(start) == '\n') {
            start++;
        }
        while (end > start && lines.charAt(end - 1) == '\n') {
            end--;
        }
        return lines.substring(start, end)
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    static Field<String> of(Field<String> normal) {
        Field<String> words = DSL.regexpReplaceAll(normal, val(INLINE), val(""));
        Field<String> lines = DSL.regexpReplaceAll(words, val(OTHERS), val("\n"));
        Field<String> text = field("btrim({0}, {1})", String.class, lines, val("\n"));
        return replace(replace(replace(text, val("&lt;"), val("<")), val("&gt;"), val(">")), val("&amp;"), val("&"));
    }
}
