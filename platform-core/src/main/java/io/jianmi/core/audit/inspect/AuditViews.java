package io.jianmi.core.audit.inspect;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.audit.LoggedEntry;
import io.jianmi.core.audit.SignedTreeHead;
import io.jianmi.core.audit.tree.ConsistencyProof;
import io.jianmi.core.audit.tree.Hash;
import io.jianmi.core.audit.tree.InclusionProof;
import io.jianmi.core.audit.tree.VerifierKey;
import io.jianmi.core.identity.ApiClient;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.Org;
import io.jianmi.core.json.Json;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the audit paths answer; hashes are lower-case hex. Outside verifiers rely on these shapes. */
public final class AuditViews {

    private AuditViews() {}

    /** One page, newest first; {@code next} is null on the last. */
    public record Page(List<Entry> items, @Nullable String next) {}

    /**
     * Who did it; the name is the present one.
     *
     * @param kind {@code member}, {@code client} or {@code system}
     */
    public record ActorView(String id, String name, String kind) {}

    /** An entry in the list; {@code out} is {@code allow} or {@code deny}. */
    public record Entry(
            long leaf, Instant at, ActorView actor, String action, String target, String out, JsonNode ctx) {}

    /**
     * One entry in full.
     *
     * @param canonical the exact hashed text
     * @param payload what an auditor may see of it
     * @param payloadState {@code none}, {@code kept}, or {@code gone} (person erased, or the ciphertext changed)
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FullEntry(
            long leaf,
            UUID id,
            Instant at,
            ActorView actor,
            String action,
            String target,
            String out,
            JsonNode ctx,
            String canonical,
            String leafHash,
            @Nullable JsonNode payload,
            String payloadState) {}

    /** A signed tree head. */
    public record Head(long size, String root, Instant at, String note) {}

    /** An inclusion proof, from the leaf to the root. */
    public record Inclusion(long leaf, long size, String leafHash, List<String> proof) {}

    /** A consistency proof as RFC 9162 orders it. */
    public record Consistency(long from, long to, List<String> proof) {}

    /** The log's key, raw and in the form C2SP tools take. */
    public record Key(String origin, String publicKey, String keyId, String verifierKey) {}

    /** An export; {@code status} is always {@code done}, since the file is made while it is fetched. */
    public record ExportView(UUID id, Instant at, String status, long size, String file) {}

    static Entry entry(LoggedEntry entry, Org org) {
        return new Entry(
                entry.leaf(),
                entry.at().toInstant(),
                actor(entry, org),
                entry.action(),
                entry.target(),
                out(entry),
                context(entry));
    }

    static FullEntry full(LoggedEntry entry, Org org, @Nullable JsonNode payload) {
        boolean committed = Json.parse(entry.canonical()).has("pc");
        return new FullEntry(
                entry.leaf(),
                entry.id(),
                entry.at().toInstant(),
                actor(entry, org),
                entry.action(),
                entry.target(),
                out(entry),
                context(entry),
                entry.canonical(),
                entry.leafHash().hex(),
                payload,
                !committed ? "none" : payload == null ? "gone" : "kept");
    }

    static Head head(SignedTreeHead head) {
        return new Head(head.head().size(), head.head().root().hex(), head.at().toInstant(), head.note());
    }

    static Inclusion inclusion(InclusionProof proof, Hash leafHash) {
        return new Inclusion(proof.leaf(), proof.size(), leafHash.hex(), hex(proof.hashes()));
    }

    static Consistency consistency(ConsistencyProof proof) {
        return new Consistency(proof.from(), proof.to(), hex(proof.hashes()));
    }

    static Key key(VerifierKey key) {
        return new Key(
                key.name(),
                HexFormat.of().formatHex(key.publicKey()),
                HexFormat.of().formatHex(key.id()),
                key.toString());
    }

    private static ActorView actor(LoggedEntry entry, Org org) {
        String actor = entry.actor();
        String kind = ApiClient.is(actor) ? "client" : actor.equals(MemberId.SYSTEM.value()) ? "system" : "member";
        return new ActorView(actor, org.nameOf(actor), kind);
    }

    private static String out(LoggedEntry entry) {
        return entry.allowed() ? "allow" : "deny";
    }

    private static JsonNode context(LoggedEntry entry) {
        JsonNode context = Json.parse(entry.canonical()).path("ctx");
        return context.isObject() ? context : Json.NODES.objectNode();
    }

    private static List<String> hex(List<Hash> hashes) {
        return hashes.stream().map(Hash::hex).toList();
    }
}
