package io.jianmi.core.audit.tree;

import java.util.Base64;
import java.util.List;

/**
 * A tree head as it is signed (C2SP tlog-checkpoint): origin, size and base64 root, one line each.
 *
 * @param origin names the log, such as {@code jianmi.io/audit/demo}
 */
public record Checkpoint(String origin, TreeHead head) {

    public Checkpoint {
        if (origin.isBlank() || origin.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("not an origin");
        }
    }

    /**
     * Reads the text of a signed note; says nothing of its signatures, see {@link #isSignedBy}. Lines after the third are
     * extensions and passed over.
     *
     * @throws IllegalArgumentException when the note is no checkpoint
     */
    public static Checkpoint parse(String note) {
        List<String> lines = Notes.text(note).lines().toList();
        if (lines.size() < 3 || !lines.get(1).matches("0|[1-9][0-9]{0,18}")) {
            throw new IllegalArgumentException("not a checkpoint");
        }
        Hash root = Hash.of(Base64.getDecoder().decode(lines.get(2)));
        return new Checkpoint(lines.get(0), new TreeHead(Long.parseLong(lines.get(1)), root));
    }

    /** Whether the note carries a valid signature of that key. */
    public static boolean isSignedBy(VerifierKey key, String note) {
        return Notes.verifies(note, key);
    }

    /** Whether it is exactly what that key has signed: no other signature beside it, no other writing of the same one. */
    public static boolean isNoteOf(VerifierKey key, String note) {
        return Notes.bears(note, key);
    }

    /** The bytes that are signed. */
    public byte[] message() {
        return Notes.utf8(body());
    }

    /** The signed note. */
    public String note(VerifierKey key, byte[] signature) {
        return Notes.sign(body(), key, signature);
    }

    String body() {
        return origin + "\n" + head.size() + "\n" + head.root().base64() + "\n";
    }
}
