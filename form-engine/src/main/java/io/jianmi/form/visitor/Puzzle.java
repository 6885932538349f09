package io.jianmi.form.visitor;

import io.jianmi.core.crypto.Sha256;
import io.jianmi.core.time.Ids;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * A text for which somebody has to find a number, such that SHA-256 of {@code text.number} begins with so many zero bits (Hashcash). Finding
 * it takes {@code 2^bits} tries on average, checking it one. Pure.
 *
 * @param bits of zero
 * @param until when it is too old
 */
record Puzzle(UUID id, String form, int bits, Instant until) {

    private static final String VERSION = "1";
    private static final String DOT = ".";
    private static final int MOST_DIGITS = 16;
    private static final int PARTS = 6;

    /** What is marked, and with its mark is the text. */
    String content() {
        return String.join(
                DOT, VERSION, id.toString(), form, Integer.toString(bits), Long.toString(until.getEpochSecond()));
    }

    String text(byte[] mark) {
        return content() + DOT + Base64.getUrlEncoder().withoutPadding().encodeToString(mark);
    }

    /** A text as it was handed out, and its mark; empty for what is none. */
    static Optional<Marked> read(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != PARTS || !parts[0].equals(VERSION)) {
            return Optional.empty();
        }
        try {
            Puzzle puzzle = new Puzzle(
                    UUID.fromString(parts[1]),
                    parts[2],
                    Integer.parseInt(parts[3]),
                    Instant.ofEpochSecond(Long.parseLong(parts[4])));
            byte[] mark = Base64.getUrlDecoder().decode(parts[5]);
            return puzzle.text(mark).equals(text) ? Optional.of(new Marked(puzzle, mark)) : Optional.empty();
        } catch (IllegalArgumentException | java.time.DateTimeException malformed) {
            return Optional.empty();
        }
    }

    /** A puzzle that somebody brings back. */
    record Marked(Puzzle puzzle, byte[] mark) {

        /** Whether it was handed out for this form, not long ago. */
        boolean genuine(byte[] expected, String form, Instant now) {
            return MessageDigest.isEqual(mark, expected) && puzzle.form().equals(form) && now.isBefore(puzzle.until());
        }

        boolean solvedBy(String number) {
            return number.matches("[0-9]{1," + MOST_DIGITS + "}")
                    && zeros(sha256(puzzle.text(mark) + DOT + number)) >= puzzle.bits();
        }
    }

    static int zeros(byte[] digest) {
        int zeros = 0;
        for (byte one : digest) {
            int eight = one & 0xFF;
            if (eight != 0) {
                return zeros + Integer.numberOfLeadingZeros(eight) - (Integer.SIZE - Byte.SIZE);
            }
            zeros += Byte.SIZE;
        }
        return zeros;
    }

    static byte[] sha256(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    static Puzzle fresh(Ids ids, String form, int bits, Instant until) {
        return new Puzzle(ids.next(), form, bits, until);
    }
}
