package io.jianmi.core.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.tree.ConsistencyProof;
import io.jianmi.core.audit.tree.Hash;
import io.jianmi.core.audit.tree.InclusionProof;
import io.jianmi.core.audit.tree.ProofPlan;
import io.jianmi.core.audit.tree.TileId;
import io.jianmi.core.audit.tree.TreeHead;
import io.jianmi.core.audit.tree.VerifierKey;
import io.jianmi.core.crypto.CellContext;
import io.jianmi.core.crypto.DataKeys;
import io.jianmi.core.crypto.IntegrityException;
import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.crypto.TreeHeadSigner;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the log: entries, tree heads, proofs. Who may read, and the entry about it, are the caller's affair. */
@Singleton
public final class AuditReader {

    private static final String COLUMNS =
            "leaf, entry_id, canonical, leaf_hash, at, actor, action, object, allowed, salt, payload, subject";

    private final Pool pool;
    private final TreeHeadSigner signer;
    private final DataKeys keys;

    public AuditReader(Pool pool, TreeHeadSigner signer, DataKeys keys) {
        this.pool = pool;
        this.signer = signer;
        this.keys = keys;
    }

    /** The newest signed tree head; {@link AuditProblem#NOTHING_SIGNED} before the first. */
    public Uni<SignedTreeHead> head(TenantKey tenant) {
        return store(tenant)
                .newestCheckpoint()
                .map(newest -> newest.orElseThrow(() -> ProblemException.of(AuditProblem.NOTHING_SIGNED)));
    }

    public Uni<VerifierKey> key(TenantKey tenant) {
        return Uni.createFrom()
                .item(() -> new VerifierKey(EntryText.origin(tenant), signer.publicKey(tenant)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /**
     * Entries under the newest signed tree head or not, the newest first.
     *
     * @param below only leaves below this one
     */
    public Uni<List<LoggedEntry>> entries(TenantKey tenant, EntryFilter filter, long below, int limit) {
        Tuple parameters = Tuple.of(below, limit);
        String where = "leaf < $1" + filter.sql(parameters);
        return select(tenant, where + " order by leaf desc limit $2", parameters);
    }

    /**
     * What was done with one thing by these actions and was not refused, the newest first.
     *
     * @param target exactly as the entries name it
     * @param below only leaves below this one
     */
    public Uni<List<LoggedEntry>> done(
            TenantKey tenant, String target, Collection<String> actions, long below, int limit) {
        Tuple parameters = Tuple.of(target)
                .addValue(actions.toArray(String[]::new))
                .addLong(below)
                .addInteger(limit);
        return select(
                tenant,
                "object = $1 and action = any($2) and allowed and leaf < $3 order by leaf desc limit $4",
                parameters);
    }

    /** Entries from a leaf on, in the order of the log. */
    public Uni<List<LoggedEntry>> run(TenantKey tenant, long from, long below, int limit) {
        return select(tenant, "leaf >= $1 and leaf < $2 order by leaf limit $3", Tuple.of(from, below, limit));
    }

    public Uni<Optional<LoggedEntry>> entry(TenantKey tenant, long leaf) {
        return select(tenant, "leaf = $1", Tuple.of(leaf))
                .map(found -> found.stream().findFirst());
    }

    /** Those of the entries that have a number already, in the order of the log. */
    public Uni<List<LoggedEntry>> entries(TenantKey tenant, Collection<UUID> ids) {
        Object wanted = ids.toArray(UUID[]::new);
        return select(tenant, "entry_id = any($1) order by leaf", Tuple.tuple().addValue(wanted));
    }

    /** Signed tree heads whose size lies in {@code (above, upTo]}, in order. */
    public Uni<List<SignedTreeHead>> heads(TenantKey tenant, long above, long upTo) {
        return rows(
                        "select size, root, at, note from \"%s\".audit_checkpoint where size > $1 and size <= $2 order by size",
                        tenant, Tuple.of(above, upTo))
                .map(rows -> {
                    List<SignedTreeHead> heads = new ArrayList<>();
                    for (Row row : rows) {
                        TreeHead head = new TreeHead(
                                row.getLong(0), Hash.of(row.getBuffer(1).getBytes()));
                        heads.add(new SignedTreeHead(head, row.getOffsetDateTime(2), row.getString(3)));
                    }
                    return heads;
                });
    }

    /** {@link AuditProblem#NO_SUCH_PROOF} unless {@code 0 <= leaf < size <= } entries in the log. */
    public Uni<InclusionProof> inclusion(TenantKey tenant, long leaf, long size) {
        return grown(tenant, leaf >= 0 && leaf < size, size)
                .chain(() -> store(tenant).proof(ProofPlan.inclusion(leaf, size), size))
                .map(hashes -> new InclusionProof(leaf, size, hashes));
    }

    /** Inclusion proofs of several leaves in one tree, in their order; one round trip for all. */
    Uni<List<InclusionProof>> inclusions(TenantKey tenant, List<Long> leaves, long size) {
        List<ProofPlan> plans =
                leaves.stream().map(leaf -> ProofPlan.inclusion(leaf, size)).toList();
        Set<TileId> wanted =
                plans.stream().flatMap(plan -> plan.tiles().stream()).collect(Collectors.toSet());
        return store(tenant).tiles(wanted, size).map(tiles -> {
            List<InclusionProof> proofs = new ArrayList<>();
            for (int i = 0; i < plans.size(); i++) {
                proofs.add(new InclusionProof(leaves.get(i), size, plans.get(i).hashes(tiles)));
            }
            return proofs;
        });
    }

    /** {@link AuditProblem#NO_SUCH_PROOF} unless {@code 0 < from <= to <= } entries in the log. */
    public Uni<ConsistencyProof> consistency(TenantKey tenant, long from, long to) {
        return grown(tenant, from > 0 && from <= to, to)
                .chain(() -> store(tenant).proof(ProofPlan.consistency(from, to), to))
                .map(hashes -> new ConsistencyProof(from, to, hashes));
    }

    /** The payloads that can still be opened, by leaf; those of erased persons, and changed ones, are absent. */
    public Uni<Map<Long, ObjectNode>> payloads(TenantKey tenant, List<LoggedEntry> entries) {
        List<LoggedEntry> sealed = entries.stream()
                .filter(entry -> entry.payload() != null && entry.subject() != null)
                .toList();
        if (sealed.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Set<UUID> subjects = sealed.stream().map(LoggedEntry::subject).collect(Collectors.toSet());
        return keys.ring(tenant, subjects, Set.of(AuditPayload.KEY_CLASS)).map(ring -> {
            Map<Long, ObjectNode> opened = new HashMap<>();
            for (LoggedEntry entry : sealed) {
                ObjectNode payload = open(tenant, entry, ring);
                if (payload != null) {
                    opened.put(entry.leaf(), payload);
                }
            }
            return opened;
        });
    }

    private static @Nullable ObjectNode open(TenantKey tenant, LoggedEntry entry, KeyRing ring) {
        if (entry.payload() == null || entry.subject() == null) {
            return null;
        }
        CellContext cell = AuditPayload.cell(tenant, entry.id(), entry.subject());
        try {
            return ring.has(cell) && ring.open(cell, entry.payload()) instanceof ObjectNode payload ? payload : null;
        } catch (IntegrityException changed) {
            return null;
        }
    }

    private Uni<Void> grown(TenantKey tenant, boolean sensible, long size) {
        return store(tenant).size().map(present -> {
            if (!sensible || size > present) {
                throw ProblemException.of(AuditProblem.NO_SUCH_PROOF);
            }
            return null;
        });
    }

    private AuditStore store(TenantKey tenant) {
        return new AuditStore(pool, tenant);
    }

    private Uni<List<LoggedEntry>> select(TenantKey tenant, String rest, Tuple parameters) {
        String sql = "select " + COLUMNS + " from \"%s\".audit_entry where " + rest;
        return rows(sql, tenant, parameters).map(rows -> {
            List<LoggedEntry> entries = new ArrayList<>();
            rows.forEach(row -> entries.add(entry(row)));
            return entries;
        });
    }

    private Uni<RowSet<Row>> rows(String sql, TenantKey tenant, Tuple parameters) {
        return pool.preparedQuery(sql.formatted(tenant.schema())).execute(parameters);
    }

    private static LoggedEntry entry(Row row) {
        return new LoggedEntry(
                row.getLong(0),
                row.getUUID(1),
                row.getString(2),
                Hash.of(row.getBuffer(3).getBytes()),
                row.getOffsetDateTime(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getBoolean(8),
                bytes(row.getBuffer(9)),
                bytes(row.getBuffer(10)),
                row.getUUID(11));
    }

    private static byte @Nullable [] bytes(@Nullable Buffer buffer) {
        return buffer == null ? null : buffer.getBytes();
    }
}
