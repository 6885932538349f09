package io.jianmi.core.audit.tree;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Signature lines of C2SP signed notes: {@code — name base64(keyid || signature)}. */
final class Notes {

    private static final String DASH = "\u2014 ";
    private static final int ID_LENGTH = 4;

    private Notes() {}

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String sign(String text, VerifierKey key, byte[] signature) {
        byte[] tagged = Arrays.copyOf(key.id(), ID_LENGTH + signature.length);
        System.arraycopy(signature, 0, tagged, ID_LENGTH, signature.length);
        return text + "\n" + DASH + key.name() + " " + Base64.getEncoder().encodeToString(tagged) + "\n";
    }

    /**
     * The signed text, up to and with its last newline.
     *
     * @throws IllegalArgumentException when the note has no text or no signature
     */
    static String text(String note) {
        int split = note.lastIndexOf("\n\n");
        if (split < 0 || !note.endsWith("\n") || !note.startsWith(DASH, split + 2)) {
            throw new IllegalArgumentException("not a signed note");
        }
        return note.substring(0, split + 1);
    }

    /** Whether one of the signature lines is this key's and verifies; lines of other keys are passed over. */
    static boolean verifies(String note, VerifierKey key) {
        String text = text(note);
        return note.substring(text.length() + 1)
                .lines()
                .anyMatch(line -> isOf(line, key) && key.verifies(utf8(text), signature(line, key)));
    }

    /** Whether nothing but this key's signature stands below the text, written as {@link #sign} writes it, and verifies. */
    static boolean bears(String note, VerifierKey key) {
        String text = text(note);
        String line = note.substring(text.length() + 1).stripTrailing();
        byte[] signature = isOf(line, key) ? signature(line, key) : new byte[0];
        return key.verifies(utf8(text), signature) && sign(text, key, signature).equals(note);
    }

    private static boolean isOf(String line, VerifierKey key) {
        return line.startsWith(DASH + key.name() + " ");
    }

    private static byte[] signature(String line, VerifierKey key) {
        try {
            byte[] tagged = Base64.getDecoder().decode(line.substring((DASH + key.name() + " ").length()));
            boolean mine = tagged.length > ID_LENGTH && Arrays.equals(Arrays.copyOf(tagged, ID_LENGTH), key.id());
            return mine ? Arrays.copyOfRange(tagged, ID_LENGTH, tagged.length) : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
