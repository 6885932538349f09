package io.jianmi.core.privacy.identifier;

import java.text.Normalizer;

/** Text as people and clipboards deliver it, brought into shape; works on code points, never on UTF-16 halves. */
public final class TypedText {

    private TypedText() {}

    /** Without zero-width and bidirectional control characters, trimmed of Unicode white space. */
    public static String clean(String text) {
        if (clear(text)) {
            return text;
        }
        String kept = visible(text);
        int start = 0;
        int end = kept.length();
        while (start < end && whiteSpace(kept.charAt(start))) {
            start++;
        }
        while (end > start && whiteSpace(kept.charAt(end - 1))) {
            end--;
        }
        return kept.substring(start, end);
    }

    /** Without zero-width and bidirectional control characters; white space stays. */
    public static String visible(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(c -> !invisible(c)).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** Nearly every text is clean: printable ASCII and Chinese, with no blank at either end. */
    private static boolean clear(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x21 || c > 0x7E && (c < 0x3400 || c > 0x9FFF)) {
                return false;
            }
        }
        return true;
    }

    /** Compatibility form NFKC (Unicode annex 15): full-width digits and letters become ASCII. */
    public static String compatible(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /**
     * The form in which numbers and codes are compared: {@link #clean}, NFKC, no white space, none of the separators
     * people put between groups, ASCII letters in upper case.
     */
    public static String code(String text) {
        if (coded(text)) {
            return text;
        }
        String compatible = compatible(clean(text));
        StringBuilder code = new StringBuilder(compatible.length());
        compatible
                .codePoints()
                .filter(c -> !whiteSpace(c) && !separator(c))
                .map(c -> c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c)
                .forEach(code::appendCodePoint);
        return code.toString();
    }

    /** Most numbers are typed without separators. */
    private static boolean coded(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'A' || c > 'Z')) {
                return false;
            }
        }
        return true;
    }

    public static String withoutWhiteSpace(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(c -> !whiteSpace(c)).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** Trimmed, every run of white space one space. */
    public static String collapsed(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        clean(text).codePoints().forEach(c -> {
            if (!whiteSpace(c)) {
                kept.appendCodePoint(c);
            } else if (kept.length() > 0 && kept.charAt(kept.length() - 1) != ' ') {
                kept.append(' ');
            }
        });
        return kept.toString();
    }

    /** Letters as a reader counts them: NFC, without combining marks and format characters, one per code point. */
    public static int[] units(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(c -> switch (Character.getType(c)) {
                    case Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.FORMAT -> false;
                    default -> true;
                })
                .toArray();
    }

    /** The Unicode property White_Space. */
    public static boolean whiteSpace(int c) {
        return (c >= 0x09 && c <= 0x0D)
                || c == 0x20
                || c == 0x85
                || c == 0xA0
                || c == 0x1680
                || (c >= 0x2000 && c <= 0x200A)
                || c == 0x2028
                || c == 0x2029
                || c == 0x202F
                || c == 0x205F
                || c == 0x3000;
    }

    public static boolean digits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Chinese ideographs with their extensions, and the zero 〇. */
    public static boolean han(int c) {
        return (c >= 0x3400 && c <= 0x4DBF)
                || (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0x20000 && c <= 0x3FFFF)
                || c == 0x3007;
    }

    private static boolean invisible(int c) {
        return c == 0xFEFF
                || (c >= 0x200B && c <= 0x200F)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x2069);
    }

    private static boolean separator(int c) {
        return c == '-'
                || c == '.'
                || c == '/'
                || c == '('
                || c == ')'
                || c == 0xB7
                || c == 0x2022
                || (c >= 0x2010 && c <= 0x2015)
                || c == 0x2212
                || c == 0x30FB;
    }
}
