package io.jianmi.core.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.tree.Checkpoint;
import io.jianmi.core.audit.tree.Hash;
import io.jianmi.core.audit.tree.InclusionProof;
import io.jianmi.core.audit.tree.TreeHead;
import io.jianmi.core.audit.tree.VerifierKey;
import io.jianmi.core.json.CanonicalJson;
import io.jianmi.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A bundle of {@link AuditEvidence} as it is checked. Whatever it holds is either proven or not there: it is written anew from
 * what was proven and has to come out the same, so that no byte of it can be another one.
 */
final class Evidence {

    private final Optional<VerifierKey> trusted;
    private final Map<Long, JsonNode> entries = new TreeMap<>();
    private Optional<VerifierKey> key = Optional.empty();
    private long size;

    Evidence(Optional<VerifierKey> trusted) {
        this.trusted = trusted;
    }

    /** @throws Unsound at the first thing that is wrong */
    void read(JsonNode bundle) {
        if (!bundle.path("format").asText().equals(OfflineVerifier.EVIDENCE)) {
            throw new Unsound(
                    "The file is neither an exported log nor a bundle of proofs nor an approval certificate.");
        }
        VerifierKey signer = OfflineVerifier.key(bundle, trusted);
        key = Optional.of(signer);
        String note = bundle.path("note").asText();
        Checkpoint checkpoint = Checkpoint.parse(note);
        TreeHead head = checkpoint.head();
        if (!checkpoint.origin().equals(signer.name()) || !Checkpoint.isNoteOf(signer, note)) {
            throw new Unsound("The tree head of size " + head.size() + " is not signed by " + signer);
        }
        size = head.size();
        ObjectNode again = Json.NODES.objectNode();
        again.put("format", OfflineVerifier.EVIDENCE);
        again.put("verifierKey", signer.toString());
        again.put("note", note);
        ArrayNode lines = again.putArray("entries");
        bundle.path("entries").forEach(line -> lines.add(proven(line, head, signer)));
        if (!CanonicalJson.text(again).equals(CanonicalJson.text(bundle))) {
            throw new Unsound("The bundle holds something else than proofs.");
        }
    }

    /** The line as it has to be written. */
    private ObjectNode proven(JsonNode line, TreeHead head, VerifierKey signer) {
        long leaf = line.path("leaf").asLong(-1);
        Hash hash = OfflineVerifier.leafHash(line, leaf, signer.name());
        List<Hash> proof = new ArrayList<>();
        line.path("proof").forEach(step -> proof.add(Hash.parseHex(step.asText())));
        if (!new InclusionProof(leaf, head.size(), proof).verifies(hash, head.root())) {
            throw new Unsound("Entry " + leaf + " is not in the signed tree.");
        }
        String canonical = line.path("canonical").asText();
        entries.put(leaf, Json.parse(canonical));
        return line(leaf, canonical, hash, proof);
    }

    /** An entry with its proof, as bundles hold it. */
    static ObjectNode line(long leaf, String canonical, Hash hash, List<Hash> proof) {
        ObjectNode line = Json.NODES.objectNode();
        line.put("leaf", leaf);
        line.put("canonical", canonical);
        line.put("leafHash", hash.hex());
        ArrayNode hashes = line.putArray("proof");
        proof.forEach(step -> hashes.add(step.hex()));
        return line;
    }

    /** What was proven, by leaf. */
    Map<Long, JsonNode> entries() {
        return entries;
    }

    long size() {
        return size;
    }

    VerifierKey key() {
        return key.orElseThrow();
    }
}
