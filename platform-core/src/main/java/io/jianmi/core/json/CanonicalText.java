package io.jianmi.core.json;

import java.util.Arrays;

/** Canonical text under way, as UTF-8; strings are escaped as ECMAScript does it, which is what RFC 8785 prescribes. */
final class CanonicalText {

    private static final char[] HEX = "0123456789abcdef".toCharArray();
    /** The most bytes that one char of a string takes: a control character as {@code \\u001f}. */
    private static final int WIDEST = 6;

    private byte[] out;
    private int size;

    /** @param expected bytes that it will probably take; right, nothing is copied */
    CanonicalText(int expected) {
        this.out = new byte[expected];
    }

    byte[] bytes() {
        return size == out.length ? out : Arrays.copyOf(out, size);
    }

    void raw(char ascii) {
        room(1);
        out[size++] = (byte) ascii;
    }

    void raw(String ascii) {
        room(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            out[size++] = (byte) ascii.charAt(i);
        }
    }

    /** @throws IllegalArgumentException for a lone surrogate */
    void quote(String text) {
        raw('"');
        int plain = plain(text);
        if (plain < text.length()) {
            room((text.length() - plain) * WIDEST);
            for (int i = plain; i < text.length(); i++) {
                i += put(text, i);
            }
        }
        raw('"');
    }

    /** Copies the characters that stand for themselves in one byte, which nearly every text consists of; returns how many. */
    private int plain(String text) {
        room(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || c >= 0x80) {
                return i;
            }
            out[size++] = (byte) c;
        }
        return text.length();
    }

    /** Writes the character at a place; returns how many chars it takes beyond the first. */
    private int put(String text, int i) {
        char c = text.charAt(i);
        if (c >= 0x80) {
            return wide(text, i);
        }
        if (c == '"' || c == '\\') {
            out[size++] = '\\';
            out[size++] = (byte) c;
        } else if (c < ' ') {
            raw(control(c));
        } else {
            out[size++] = (byte) c;
        }
        return 0;
    }

    private int wide(String text, int i) {
        char c = text.charAt(i);
        if (Character.isSurrogate(c)) {
            pair(text.codePointAt(i));
            return 1;
        }
        if (c < 0x800) {
            out[size++] = (byte) (0xC0 | c >> 6);
        } else {
            out[size++] = (byte) (0xE0 | c >> 12);
            out[size++] = (byte) (0x80 | c >> 6 & 0x3F);
        }
        out[size++] = (byte) (0x80 | c & 0x3F);
        return 0;
    }

    private void pair(int point) {
        if (!Character.isSupplementaryCodePoint(point)) {
            throw new IllegalArgumentException("lone surrogate");
        }
        out[size++] = (byte) (0xF0 | point >> 18);
        out[size++] = (byte) (0x80 | point >> 12 & 0x3F);
        out[size++] = (byte) (0x80 | point >> 6 & 0x3F);
        out[size++] = (byte) (0x80 | point & 0x3F);
    }

    private static String control(char c) {
        return switch (c) {
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            default -> "\\u00" + HEX[c >> 4] + HEX[c & 15];
        };
    }

    private void room(int more) {
        if (out.length - size < more) {
            out = Arrays.copyOf(out, Math.max(out.length * 2, size + more));
        }
    }
}
