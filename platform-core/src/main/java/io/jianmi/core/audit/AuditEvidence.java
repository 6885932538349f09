package io.jianmi.core.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.tree.InclusionProof;
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
                .chain(all -> {
                    long size = all.getItem1().head().size();
                    List<LoggedEntry> covered = all.getItem3().stream()
                            .filter(entry -> entry.leaf() < size)
                            .toList();
                    return reader.inclusions(
                                    tenant,
                                    covered.stream().map(LoggedEntry::leaf).toList(),
                                    size)
                            .map(proofs -> bundle(all.getItem2(), all.getItem1(), lines(covered, proofs)));
                });
    }

    private static ArrayNode lines(List<LoggedEntry> entries, List<InclusionProof> proofs) {
        ArrayNode lines = Json.NODES.arrayNode();
        for (int i = 0; i < entries.size(); i++) {
            LoggedEntry entry = entries.get(i);
            lines.add(Evidence.line(
                    entry.leaf(),
                    entry.canonical(),
                    entry.leafHash(),
                    proofs.get(i).hashes()));
        }
        return lines;
    }

    private static ObjectNode bundle(VerifierKey key, SignedTreeHead head, ArrayNode entries) {
        ObjectNode bundle = Json.NODES.objectNode();
        bundle.put("format", OfflineVerifier.EVIDENCE);
        bundle.put("verifierKey", key.toString());
        bundle.put("note", head.note());
        bundle.set("entries", entries);
        return bundle;
    }
}
