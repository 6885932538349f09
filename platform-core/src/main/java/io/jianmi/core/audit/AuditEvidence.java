package io.jianmi.core.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.tree.Hash;
import io.jianmi.core.audit.tree.VerifierKey;
import io.jianmi.core.json.Json;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Entries with proofs for documents that must stand alone, such as an approval certificate; checked by {@link
 * OfflineVerifier#verifyEvidence}.
 */
@Singleton
public final class AuditEvidence {

    private final AuditReader reader;

    public AuditEvidence(AuditReader reader) {
        this.reader = reader;
    }

    /**
     * {@code {format, verifierKey, note, entries: [{leaf, canonical, leafHash, proof}]}} under the newest signed tree
     * head. Entries that it does not cover yet are left out: wait for their receipts first.
     */
    public Uni<ObjectNode> of(TenantKey tenant, Collection<UUID> entries) {
        return Uni.combine()
                .all()
                .unis(reader.head(tenant), reader.key(tenant), reader.entries(tenant, entries))
                .asTuple()
                .chain(all -> entries(
                                tenant, all.getItem3(), all.getItem1().head().size())
                        .map(proven -> bundle(all.getItem2(), all.getItem1(), proven)));
    }

    private Uni<ArrayNode> entries(TenantKey tenant, List<LoggedEntry> entries, long size) {
        Uni<ArrayNode> proven = Uni.createFrom().item(Json.NODES.arrayNode());
        for (LoggedEntry entry : entries) {
            if (entry.leaf() < size) {
                proven = proven.chain(done -> reader.inclusion(tenant, entry.leaf(), size)
                        .map(proof -> done.add(line(entry, proof.hashes()))));
            }
        }
        return proven;
    }

    private static ObjectNode bundle(VerifierKey key, SignedTreeHead head, ArrayNode entries) {
        ObjectNode bundle = Json.NODES.objectNode();
        bundle.put("format", OfflineVerifier.EVIDENCE);
        bundle.put("verifierKey", key.toString());
        bundle.put("note", head.note());
        bundle.set("entries", entries);
        return bundle;
    }

    private static ObjectNode line(LoggedEntry entry, List<Hash> proof) {
        ObjectNode line = Json.NODES.objectNode();
        line.put("leaf", entry.leaf());
        line.put("canonical", entry.canonical());
        line.put("leafHash", entry.leafHash().hex());
        ArrayNode hashes = line.putArray("proof");
        proof.forEach(hash -> hashes.add(hash.hex()));
        return line;
    }
}
