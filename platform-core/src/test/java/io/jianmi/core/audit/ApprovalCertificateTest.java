package io.jianmi.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.jianmi.core.audit.tree.Checkpoint;
import io.jianmi.core.audit.tree.CompactRange;
import io.jianmi.core.audit.tree.Hash;
import io.jianmi.core.audit.tree.VerifierKey;
import io.jianmi.core.json.CanonicalJson;
import io.jianmi.core.json.Json;
import io.jianmi.core.tenant.TenantKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small certificate, and whatever one might change about it. */
class ApprovalCertificateTest {

    private static final TenantKey TENANT = new TenantKey("demo");
    private static final String AT = "2026-11-26T08:00:00.000001Z";
    private static final String RECORD = "018f0000-0000-7000-8000-000000000001";
    private static final String INSTANCE = "018f0000-0000-7000-8000-000000000002";

    private final JdkSigner signer = new JdkSigner();
    private final Statement statement = new Statement(new byte[32]);

    @TempDir
    Path folder = Path.of("");

    @Test
    void aCertificateIsSound() throws IOException {
        assertThat(verify(bytes(certificate()))).startsWith("OK: 1 acts are in the tree of size 2");
    }

    /** Each byte at least once, by its lowest bit, the bit of letters' case, or any. */
    @Test
    void everyChangedByteIsRefused() throws IOException {
        byte[] sound = bytes(certificate());
        List<String> accepted = new ArrayList<>();
        for (int i = 0; i < sound.length; i++) {
            int change = new int[] {1, 0x20, 1 << (i / 3 % 8)}[i % 3];
            byte[] changed = sound.clone();
            changed[i] ^= (byte) change;
            if (verify(changed).startsWith("OK")) {
                accepted.add(i + " ^ " + change);
            }
        }
        assertThat(accepted).isEmpty();
        assertThat(sound.length).isGreaterThan(2_000);
    }

    /** What the issuer itself would have to forge: a fresh certificate, certified anew, that tells otherwise than the log. */
    @Test
    void whatTheLogSaysOfAnActCannotBeToldOtherwise() throws IOException {
        assertThat(verify(forged(act -> act.withObject("/actor").put("id", "u-9"))))
                .startsWith("FAILED: Act 1: its actor is not what was logged.");
        assertThat(verify(forged(act -> act.put("at", "2026-11-26T08:00:00.000002Z"))))
                .startsWith("FAILED: Act 1: its time");
        assertThat(verify(forged(act -> act.put("comment", "不同意")))).startsWith("FAILED: Act 1: its comment");
        assertThat(verify(forged(act -> ((ObjectNode) act.at("/files/0")).put("bytes", 10))))
                .startsWith("FAILED: Act 1: its files");
        assertThat(verify(forged(act -> act.withObject("/for").put("id", "u-9"))))
                .startsWith("FAILED: Act 1: for whom");
        assertThat(verify(forged(act -> act.remove("for")))).startsWith("FAILED: Act 1: for whom");
        assertThat(verify(forged(act -> ((ObjectNode) act.at("/seen/0")).put("access", "read"))))
                .startsWith("FAILED: Act 1: what was seen of \"name\"");
        assertThat(verify(forged(act -> act.remove("digests")))).startsWith("FAILED: Act 1: what it shows");
        assertThat(verify(forged(act -> act.put("leaf", 7)))).startsWith("FAILED: Act 1 has no entry");
    }

    @Test
    void whatIsWithheldIsNotMissed() throws IOException {
        ObjectNode certificate = certificate(act -> act.withArray("/seen").removeAll());
        assertThat(verify(bytes(certificate))).startsWith("OK: 1 acts");
    }

    @Test
    void noMorePartsThanSixteenLookLikeOne() {
        Statement one = new Statement(new byte[32]).with("comment", TextNode.valueOf("x"));
        assertThat(one.digests()).hasSize(16).isSorted();
        for (int i = 0; i < 16; i++) {
            one.with("seen/" + i, TextNode.valueOf("x"));
        }
        assertThat(one.digests()).hasSize(32);
    }

    private byte[] forged(Consumer<ObjectNode> change) {
        return bytes(certificate(change));
    }

    private ObjectNode certificate() {
        return certificate(act -> {});
    }

    /** @param change of what the certificate says of its act, before it is certified */
    private ObjectNode certificate(Consumer<ObjectNode> change) {
        ObjectNode act = act();
        Statement whole = statement;
        change.accept(act);
        ObjectNode document = Json.NODES.objectNode();
        document.put("format", ApprovalCertificate.FORMAT);
        document.putObject("record").put("form", "customer").put("id", RECORD).put("version", 100);
        document.putObject("instance").put("id", INSTANCE).put("status", "completed");
        document.putObject("workflow").put("policy", "crm.credit.2").put("title", "授信");
        document.putArray("acts").add(act);
        ObjectNode context = Json.NODES
                .objectNode()
                .put("instance", INSTANCE)
                .put("node", "manager")
                .put("policy", "crm.credit.2")
                .put("record", RECORD)
                .put("for", "u-3")
                .put("statement", whole.hash())
                .put("version", 100);
        String approved = entry(0, "task.approve", "task/" + new UUID(0, 1), "u-1", context);
        String issued = entry(
                1,
                ApprovalCertificate.ISSUED,
                "record/customer/" + RECORD,
                "u-2",
                Json.NODES.objectNode().put("digest", ApprovalCertificate.digest(document)));
        return document.set("evidence", evidence(approved, issued));
    }

    private ObjectNode act() {
        ObjectNode act = Json.NODES.objectNode().put("action", "approve").put("node", "manager");
        act.putObject("actor").put("id", "u-1").put("name", "米娅");
        act.putObject("for").put("id", "u-3").put("name", "麦克斯");
        ArrayNode files = act.putArray("files");
        files.addObject().put("id", RECORD).put("name", "abc").put("bytes", 9).put("type", "application/pdf");
        act.put("recordVersion", 100)
                .put("leaf", 0)
                .put("entry", "task.approve")
                .put("at", AT);
        ObjectNode seen = Json.NODES.objectNode().put("access", "masked").put("commitment", "abc");
        ObjectNode secret = Json.NODES.objectNode().put("access", "read").put("commitment", "def");
        statement
                .with("seen/name", ApprovalCertificate.part(seen))
                .with("seen/secret", ApprovalCertificate.part(secret))
                .with("comment", TextNode.valueOf("同意"))
                .with("files", files);
        act.put("filesSalt", statement.salt("files"));
        act.put("comment", "同意").put("commentSalt", statement.salt("comment"));
        seen.put("field", "name").put("salt", statement.salt("seen/name"));
        act.putArray("seen").add(seen);
        ArrayNode digests = act.putArray("digests");
        statement.digests().forEach(digests::add);
        return act;
    }

    private static String entry(long seq, String action, String object, String actor, ObjectNode context) {
        return EntryText.canonical(
                EntryText.origin(TENANT),
                seq,
                new Unnumbered(
                        new UUID(0, seq),
                        java.time.OffsetDateTime.parse(AT),
                        actor,
                        action,
                        object,
                        true,
                        CanonicalJson.text(context),
                        null));
    }

    private ObjectNode evidence(String first, String second) {
        Hash left = EntryText.leafHash(first);
        Hash right = EntryText.leafHash(second);
        CompactRange range = new CompactRange();
        range.append(left);
        range.append(right);
        Checkpoint checkpoint = new Checkpoint(EntryText.origin(TENANT), range.head());
        VerifierKey key = new VerifierKey(EntryText.origin(TENANT), signer.publicKey(TENANT));
        ObjectNode evidence = Json.NODES.objectNode();
        evidence.put("format", OfflineVerifier.EVIDENCE);
        evidence.put("verifierKey", key.toString());
        evidence.put("note", checkpoint.note(key, signer.sign(TENANT, checkpoint.message())));
        evidence.putArray("entries")
                .add(Evidence.line(0, first, left, List.of(right)))
                .add(Evidence.line(1, second, right, List.of(left)));
        return evidence;
    }

    private static byte[] bytes(ObjectNode document) {
        return Json.write(document).getBytes(StandardCharsets.UTF_8);
    }

    private String verify(byte[] document) throws IOException {
        Path file = folder.resolve("certificate.json");
        Files.write(file, document);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = VerifyCommand.run(file, Optional.empty(), new PrintStream(out, true, StandardCharsets.UTF_8));
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(code == VerifyCommand.SOUND).isEqualTo(text.startsWith("OK"));
        return text;
    }
}
