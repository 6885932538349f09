package io.jianmi.core.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.audit.tree.Checkpoint;
import io.jianmi.core.audit.tree.CompactRange;
import io.jianmi.core.audit.tree.Hash;
import io.jianmi.core.audit.tree.TreeHead;
import io.jianmi.core.audit.tree.VerifierKey;
import io.jianmi.core.json.Json;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;

/**
 * Checks exported logs and proof bundles without server and database. Stops at the first thing that is wrong and names
 * it. The key in the file says only that the file agrees with itself: compare it with one that was received earlier.
 */
public final class OfflineVerifier {

    /** First member of an exported log: JSON lines, a header, then entries and signed tree heads in order. */
    public static final String EXPORT = "jianmi.io/audit-export/1";

    /** One JSON object: a signed tree head and entries with their inclusion proofs. Approval certificates hold one. */
    public static final String EVIDENCE = "jianmi.io/audit-evidence/1";

    private final Optional<VerifierKey> trusted;

    /** @param trusted the key that the file must be signed with; without it the key in the file is taken */
    public OfflineVerifier(Optional<VerifierKey> trusted) {
        this.trusted = trusted;
    }

    /** Whether a file of this beginning is an exported log. */
    public static boolean isExport(String firstLine) {
        return firstLine.contains("\"" + EXPORT + "\"");
    }

    /** Verifies an exported log, read line by line. */
    public Verdict verifyExport(Iterator<String> lines) {
        if (!lines.hasNext()) {
            return Verdict.bad(0, "The file is empty.");
        }
        Walk walk = new Walk();
        try {
            walk.begin(Json.parse(lines.next()));
            while (lines.hasNext()) {
                walk.line(Json.parse(lines.next()));
            }
            return walk.end();
        } catch (Unsound unsound) {
            return Verdict.bad(walk.range.size(), unsound.sentence());
        } catch (UncheckedIOException | IllegalArgumentException e) {
            return Verdict.bad(walk.range.size(), "Entry " + walk.range.size() + ": the line cannot be read.");
        }
    }

    /** Verifies a bundle of entries with inclusion proofs, alone or in an approval certificate, every statement of which it then holds against them. */
    public Verdict verifyEvidence(JsonNode document) {
        Evidence evidence = new Evidence(trusted);
        try {
            if (document.path("format").asText().equals(ApprovalCertificate.FORMAT)) {
                evidence.read(document.path("evidence"));
                return ApprovalCertificate.verify(document, evidence);
            }
            evidence.read(document);
            return new Verdict(
                    true,
                    evidence.entries().size() + " entries are in the tree of size " + evidence.size() + ", signed by "
                            + evidence.key(),
                    evidence.entries().size());
        } catch (Unsound unsound) {
            return Verdict.bad(evidence.entries().size(), unsound.sentence());
        } catch (IllegalArgumentException e) {
            return Verdict.bad(evidence.entries().size(), "The bundle cannot be read.");
        }
    }

    private VerifierKey key(JsonNode document) {
        return key(document, trusted);
    }

    static VerifierKey key(JsonNode document, Optional<VerifierKey> trusted) {
        VerifierKey key = VerifierKey.parse(document.path("verifierKey").asText());
        if (trusted.isPresent() && !trusted.get().equals(key)) {
            throw new Unsound("The file is signed by another key than the trusted one: " + key);
        }
        return key;
    }

    private static TreeHead head(String note, VerifierKey key) {
        Checkpoint checkpoint = Checkpoint.parse(note);
        TreeHead head = checkpoint.head();
        if (!checkpoint.origin().equals(key.name()) || !Checkpoint.isSignedBy(key, note)) {
            throw new Unsound("The tree head of size " + head.size() + " is not signed by " + key);
        }
        return head;
    }

    /** Checks one entry against itself: its text, number, log, hash and, where the payload is given, commitment. */
    static Hash leafHash(JsonNode line, long seq, String origin) {
        String canonical = line.path("canonical").asText();
        Hash hash = EntryText.leafHash(canonical);
        if (!hash.hex().equals(line.path("leafHash").asText())) {
            throw new Unsound("Entry " + seq + ": its text is not what was hashed.");
        }
        JsonNode entry = parsed(canonical, seq);
        if (entry.path("seq").asLong(-1) != seq || line.path("leaf").asLong(-1) != seq) {
            throw new Unsound("Entry " + seq + ": it carries another number.");
        }
        if (!entry.path("log").asText().equals(origin)) {
            throw new Unsound("Entry " + seq + ": it belongs to another log.");
        }
        if (line.has("payload")) {
            byte[] salt = HexFormat.of().parseHex(line.path("salt").asText());
            if (!Commitments.of(salt, line.path("payload"))
                    .equals(entry.path("pc").asText())) {
                throw new Unsound("Entry " + seq + ": its payload is not the one committed to.");
            }
        }
        return hash;
    }

    private static JsonNode parsed(String canonical, long seq) {
        try {
            return Json.parse(canonical);
        } catch (UncheckedIOException e) {
            throw new Unsound("Entry " + seq + ": its text is no JSON.");
        }
    }

    /** The state of one pass over an exported log. */
    private final class Walk {

        private final CompactRange range = new CompactRange();
        private VerifierKey key = new VerifierKey("none", new byte[32]);
        private long size;
        private long signed;

        void begin(JsonNode header) {
            if (!header.path("format").asText().equals(EXPORT)) {
                throw new Unsound("The file is no exported log.");
            }
            key = key(header);
            size = header.path("size").asLong(-1);
        }

        void line(JsonNode line) {
            if (line.has("note")) {
                checkpoint(head(line.path("note").asText(), key));
            } else {
                range.append(leafHash(line, range.size(), key.name()));
            }
        }

        private void checkpoint(TreeHead head) {
            if (head.size() != range.size()) {
                throw new Unsound("Entry " + Math.min(head.size(), range.size())
                        + ": the signed tree head of size " + head.size() + " stands after "
                        + range.size() + " entries.");
            }
            if (!head.root().equals(range.head().root())) {
                throw new Unsound(
                        signed == range.size() - 1
                                ? "Entry " + signed + ": it is not what was signed."
                                : "Entries " + signed + " to " + (range.size() - 1)
                                        + ": one of them is not what was signed; all before entry " + signed + " are.");
            }
            signed = range.size();
        }

        Verdict end() {
            if (range.size() != size) {
                throw new Unsound("Entry " + range.size() + " is missing: the log ends before its size " + size + ".");
            }
            if (signed != size) {
                throw new Unsound("Entry " + signed + ": no signed tree head covers it.");
            }
            return new Verdict(true, size + " entries verified, signed by " + key, size);
        }
    }
}
