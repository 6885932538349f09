package io.jianmi.core.audit;

import io.jianmi.core.audit.tree.Frontier;
import io.jianmi.core.audit.tree.Hash;
import io.jianmi.core.audit.tree.ProofPlan;
import io.jianmi.core.audit.tree.Tile;
import io.jianmi.core.audit.tree.TileId;
import io.jianmi.core.audit.tree.Tiles;
import io.jianmi.core.audit.tree.TreeHead;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The tables of one tenant's log, as its sequencer and its proofs need them. */
final class AuditStore {

    private final Pool pool;
    private final String schema;

    AuditStore(Pool pool, TenantKey tenant) {
        this.pool = pool;
        this.schema = "\"" + tenant.schema() + "\"";
    }

    /** A transaction of the role that may change the log. */
    <T> Uni<T> inTransaction(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(connection -> AuditRole.enter(connection).chain(() -> work.apply(connection)));
    }

    /**
     * What waits for a number, oldest id first. There is no cursor: ids commit out of order, and one that commits late
     * is simply seen later.
     */
    Uni<List<Unnumbered>> take(SqlConnection connection, int limit) {
        String sql = """
                select id, at, actor, action, object, allowed, ctx, pc from %s.audit_pending
                order by id limit $1 for update skip locked
                """.formatted(schema);
        return connection.preparedQuery(sql).execute(Tuple.of(limit)).map(rows -> {
            List<Unnumbered> taken = new ArrayList<>(rows.size());
            for (Row row : rows) {
                taken.add(new Unnumbered(
                        row.getUUID(0),
                        row.getOffsetDateTime(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getBoolean(5),
                        row.getString(6),
                        row.getString(7)));
            }
            return taken;
        });
    }

    /**
     * Drops what stands in the log already: notes are handed in again by whoever was not told in time that they had arrived. Row by row,
     * since the log is long and this is rare.
     */
    Uni<Integer> dropRepeated() {
        String sql = """
                delete from %1$s.audit_pending p
                where (select true from %1$s.audit_entry e where e.entry_id = p.id)
                """.formatted(schema);
        return inTransaction(connection -> connection.query(sql).execute().map(SqlResult::rowCount));
    }

    /**
     * Moves pending rows into the log and adds the tiles that became full, in one statement. A second sequencer that
     * believes in the same size fails on the primary key.
     */
    Uni<Void> move(SqlConnection connection, List<Numbered> batch, List<Tile> tiles) {
        String sql = """
                with gone as (delete from %1$s.audit_pending where id = any($1)
                    returning id, at, actor, action, object, allowed, payload, salt, subject),
                filled as (insert into %1$s.audit_tile (level, idx, root, hashes)
                    select * from unnest($5::integer[], $6::bigint[], $7::bytea[], $8::bytea[]))
                insert into %1$s.audit_entry (leaf, entry_id, canonical, leaf_hash,
                    at, actor, action, object, allowed, payload, salt, subject)
                select n.leaf, n.id, n.canonical, n.leaf_hash,
                    g.at, g.actor, g.action, g.object, g.allowed, g.payload, g.salt, g.subject
                from unnest($1::uuid[], $2::bigint[], $3::text[], $4::bytea[]) as n (id, leaf, canonical, leaf_hash)
                join gone g on g.id = n.id order by n.leaf
                """.formatted(schema);
        Tuple parameters = Tuple.tuple()
                .addValue(batch.stream().map(Numbered::id).toArray(UUID[]::new))
                .addValue(batch.stream().map(Numbered::leaf).toArray(Long[]::new))
                .addValue(batch.stream().map(Numbered::canonical).toArray(String[]::new))
                .addValue(batch.stream().map(n -> buffer(n.leafHash())).toArray(Buffer[]::new))
                .addValue(tiles.stream().map(tile -> tile.id().level()).toArray(Integer[]::new))
                .addValue(tiles.stream().map(tile -> tile.id().index()).toArray(Long[]::new))
                .addValue(tiles.stream().map(tile -> buffer(tile.root())).toArray(Buffer[]::new))
                .addValue(
                        tiles.stream().map(tile -> Buffer.buffer(tile.hashes())).toArray(Buffer[]::new));
        return connection.preparedQuery(sql).execute(parameters).map(rows -> {
            if (rows.rowCount() != batch.size()) {
                throw new IllegalStateException("a pending entry vanished while it was numbered");
            }
            return null;
        });
    }

    Uni<Boolean> hasPending() {
        return one("select exists (select 1 from %s.audit_pending)", Tuple.tuple(), row -> row.getBoolean(0));
    }

    /** Number of entries in the log. */
    Uni<Long> size() {
        return one("select coalesce(max(leaf) + 1, 0) from %s.audit_entry", Tuple.tuple(), row -> row.getLong(0));
    }

    Uni<Frontier> frontier() {
        return size().chain(size -> tiles(Frontier.edge(size), size).map(tiles -> Frontier.resume(size, tiles)));
    }

    Uni<List<Hash>> proof(ProofPlan plan, long size) {
        return tiles(plan.tiles(), size).map(plan::hashes);
    }

    /**
     * Full tiles come from their rows; the tile at the edge of a level is put together from the leaves, or from the
     * roots of the tiles below it.
     */
    Uni<Tiles> tiles(Collection<TileId> wanted, long size) {
        if (wanted.isEmpty()) {
            return Uni.createFrom().item(new Tiles(Map.of()));
        }
        String sql = """
                select w.level, w.idx, case
                    when w.full_tile then (select t.hashes from %1$s.audit_tile t where t.level = w.level and t.idx = w.idx)
                    when w.level = 0 then (select string_agg(e.leaf_hash, ''::bytea order by e.leaf) from %1$s.audit_entry e
                        where e.leaf >= w.idx * 256 and e.leaf < w.idx * 256 + 256)
                    else (select string_agg(t.root, ''::bytea order by t.idx) from %1$s.audit_tile t
                        where t.level = w.level - 1 and t.idx >= w.idx * 256 and t.idx < w.idx * 256 + 256)
                    end
                from unnest($1::integer[], $2::bigint[], $3::boolean[]) as w (level, idx, full_tile)
                """.formatted(schema);
        Tuple parameters = Tuple.tuple()
                .addValue(wanted.stream().map(TileId::level).toArray(Integer[]::new))
                .addValue(wanted.stream().map(TileId::index).toArray(Long[]::new))
                .addValue(wanted.stream().map(tile -> tile.isFull(size)).toArray(Boolean[]::new));
        return pool.preparedQuery(sql).execute(parameters).map(rows -> {
            Map<TileId, byte[]> tiles = new HashMap<>();
            for (Row row : rows) {
                io.vertx.mutiny.core.buffer.Buffer hashes = row.getBuffer(2);
                tiles.put(
                        new TileId(row.getInteger(0), row.getLong(1)),
                        hashes == null ? new byte[0] : hashes.getBytes());
            }
            return new Tiles(tiles);
        });
    }

    Uni<Void> addCheckpoint(TreeHead head, OffsetDateTime at, String note) {
        String sql =
                "insert into %s.audit_checkpoint (size, root, at, note) values ($1, $2, $3, $4) on conflict do nothing"
                        .formatted(schema);
        return inTransaction(connection -> connection
                .preparedQuery(sql)
                .execute(Tuple.of(head.size(), buffer(head.root()), at, note))
                .replaceWithVoid());
    }

    Uni<Optional<SignedTreeHead>> newestCheckpoint() {
        return optional(
                "select size, root, at, note from %s.audit_checkpoint order by size desc limit 1",
                Tuple.tuple(),
                row -> new SignedTreeHead(
                        new TreeHead(row.getLong(0), Hash.of(row.getBuffer(1).getBytes())),
                        row.getOffsetDateTime(2),
                        row.getString(3)));
    }

    /** Where those of the entries stand that a signed tree head covers. */
    Uni<List<AuditReceipt>> receipts(Collection<UUID> entries) {
        String sql = """
                select e.entry_id, e.leaf, c.size from %1$s.audit_entry e,
                (select coalesce(max(size), 0) as size from %1$s.audit_checkpoint) c
                where e.entry_id = any($1) and e.leaf < c.size
                """.formatted(schema);
        Object ids = entries.toArray(UUID[]::new);
        return pool.preparedQuery(sql).execute(Tuple.tuple().addValue(ids)).map(rows -> {
            List<AuditReceipt> receipts = new ArrayList<>();
            rows.forEach(row -> receipts.add(new AuditReceipt(row.getUUID(0), row.getLong(1), row.getLong(2))));
            return receipts;
        });
    }

    private <T> Uni<T> one(String sql, Tuple parameters, Function<Row, @Nullable T> map) {
        return optional(sql, parameters, map).map(found -> found.orElseThrow());
    }

    private <T> Uni<Optional<T>> optional(String sql, Tuple parameters, Function<Row, @Nullable T> map) {
        return pool.preparedQuery(sql.formatted(schema)).execute(parameters).map(rows -> {
            for (Row row : rows) {
                return Optional.of(Objects.requireNonNull(map.apply(row)));
            }
            return Optional.empty();
        });
    }

    private static Buffer buffer(Hash hash) {
        return Buffer.buffer(hash.bytes());
    }
}
