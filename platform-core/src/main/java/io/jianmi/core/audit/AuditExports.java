package io.jianmi.core.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.tree.VerifierKey;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.idempotency.RequestMarks;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.store.TenantWriter;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.time.Ids;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Bundles for the offline verifier. An export only remembers a signed size: what lies below it never changes, so the
 * file is made while it is fetched, however large it is.
 */
@Singleton
public final class AuditExports {

    private static final int PAGE = 500;

    private final Pool pool;
    private final TenantWriter writer;
    private final AuditReader reader;
    private final RequestMarks requests;
    private final Ids ids;
    private final InstantSource clock;

    public AuditExports(
            Pool pool, TenantWriter writer, AuditReader reader, RequestMarks requests, Ids ids, InstantSource clock) {
        this.pool = pool;
        this.writer = writer;
        this.reader = reader;
        this.requests = requests;
        this.ids = ids;
        this.clock = clock;
    }

    /** An export of all entries under one signed tree head. */
    public record Export(UUID id, OffsetDateTime at, long size) {}

    /**
     * Fixes the newest signed tree head as the end of a new export.
     *
     * @param request the caller's key for this request
     */
    public Uni<Export> create(Actor actor, Optional<Idempotency.Request> request) {
        // As the database keeps it.
        OffsetDateTime now = clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        return requests.of(actor, request)
                .chain(marked -> reader.head(actor.tenant()).chain(head -> {
                    Export export = new Export(ids.next(), now, head.head().size());
                    List<Write> writes = new ArrayList<>();
                    writes.add(Write.any(
                            "insert into \"%s\".audit_export (id, at, actor, size, note) values ($1, $2, $3, $4, $5)"
                                    .formatted(actor.tenant().schema()),
                            Tuple.of(export.id(), now, actor.id().value(), export.size(), head.note())));
                    marked.ifPresent(named -> writes.add(Idempotency.remember(actor, named, List.of(export.id()))));
                    return writer.commit(writes).replaceWith(export);
                }));
    }

    public Uni<Optional<Export>> find(TenantKey tenant, UUID id) {
        return pool.preparedQuery("select at, size from \"%s\".audit_export where id = $1".formatted(tenant.schema()))
                .execute(Tuple.of(id))
                .map(rows -> {
                    var found = rows.iterator();
                    return found.hasNext()
                            ? Optional.of(found.next())
                            : Optional.<io.vertx.mutiny.sqlclient.Row>empty();
                })
                .map(row -> row.map(found -> new Export(id, found.getOffsetDateTime(0), found.getLong(1))));
    }

    /** The bundle, some hundred lines of JSON at a time; format: {@link OfflineVerifier#EXPORT}. */
    public Multi<String> lines(TenantKey tenant, Export export) {
        Multi<String> entries = Multi.createBy()
                .repeating()
                .uni(AtomicLong::new, from -> page(tenant, from, export.size()))
                .until(String::isEmpty);
        return Multi.createBy()
                .concatenating()
                .streams(reader.key(tenant).map(key -> header(key, export)).toMulti(), entries);
    }

    private static String header(VerifierKey key, Export export) {
        ObjectNode header = Json.NODES.objectNode();
        header.put("format", OfflineVerifier.EXPORT);
        header.put("origin", key.name());
        header.put("size", export.size());
        header.put("verifierKey", key.toString());
        header.put("publicKey", HexFormat.of().formatHex(key.publicKey()));
        header.put("at", export.at().toInstant().toString());
        return Json.write(header) + "\n";
    }

    private Uni<String> page(TenantKey tenant, AtomicLong from, long size) {
        long start = from.get();
        long end = Math.min(size, start + PAGE);
        if (start >= size) {
            return Uni.createFrom().item("");
        }
        from.set(end);
        return Uni.combine()
                .all()
                .unis(
                        reader.run(tenant, start, end, PAGE)
                                .chain(entries ->
                                        reader.payloads(tenant, entries).map(payloads -> new Page(entries, payloads))),
                        reader.heads(tenant, start, end))
                .asTuple()
                .map(both -> text(both.getItem1(), both.getItem2()));
    }

    private record Page(List<LoggedEntry> entries, Map<Long, ObjectNode> payloads) {}

    private static String text(Page page, List<SignedTreeHead> heads) {
        List<SignedTreeHead> left = new ArrayList<>(heads);
        StringBuilder text = new StringBuilder();
        for (LoggedEntry entry : page.entries()) {
            text.append(Json.write(line(entry, page.payloads().get(entry.leaf()))))
                    .append('\n');
            while (!left.isEmpty() && left.get(0).head().size() <= entry.leaf() + 1) {
                text.append(Json.write(Map.of("note", left.remove(0).note()))).append('\n');
            }
        }
        // A page whose rows were deleted must not end the file: the verifier misses them by their number.
        left.forEach(
                head -> text.append(Json.write(Map.of("note", head.note()))).append('\n'));
        return text.isEmpty() ? "\n" : text.toString();
    }

    private static ObjectNode line(LoggedEntry entry, @Nullable ObjectNode payload) {
        ObjectNode line = Json.NODES.objectNode();
        line.put("leaf", entry.leaf());
        line.put("leafHash", entry.leafHash().hex());
        line.put("canonical", entry.canonical());
        if (payload != null && entry.salt() != null && AuditPayload.isVisible(payload)) {
            line.put("salt", HexFormat.of().formatHex(entry.salt()));
            line.set("payload", payload);
        }
        return line;
    }
}
