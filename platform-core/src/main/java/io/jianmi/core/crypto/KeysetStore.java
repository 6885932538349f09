package io.jianmi.core.crypto;

import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Rows of {@code platform.keyset}, seen through row security: a transaction sees one tenant's only. */
final class KeysetStore {

    private final Pool pool;

    /** One wrapped key. */
    record Wrapped(KeyPurpose purpose, int version, byte[] bytes) {}

    /** That a key stands, and since when. */
    record Standing(KeyPurpose purpose, int version, Instant createdAt) {}

    KeysetStore(Pool pool) {
        this.pool = pool;
    }

    Uni<List<Wrapped>> read(TenantKey tenant) {
        return pool.withTransaction(connection -> enter(connection, tenant).chain(() -> select(connection, tenant)));
    }

    /** Which keys there are, without any of them. */
    Uni<List<Standing>> standing(TenantKey tenant) {
        return pool.withTransaction(connection -> enter(connection, tenant)
                        .chain(() -> connection
                                .preparedQuery(
                                        "select purpose, version, created_at from platform.keyset where tenant = $1")
                                .execute(Tuple.of(tenant.value()))))
                .map(rows -> rows.stream()
                        .flatMap(row -> KeyPurpose.parse(row.getString(0)).stream()
                                .map(purpose -> new Standing(
                                        purpose,
                                        row.getInteger(1),
                                        row.getOffsetDateTime(2).toInstant())))
                        .toList());
    }

    /** Adds what is missing and returns what then stands: of two nodes that add at once, the first one's keys. */
    Uni<List<Wrapped>> add(TenantKey tenant, List<Wrapped> keys) {
        List<Tuple> rows = keys.stream()
                .map(key -> Tuple.of(tenant.value(), key.purpose().key(), key.version(), Buffer.buffer(key.bytes())))
                .toList();
        return pool.withTransaction(connection -> enter(connection, tenant)
                .chain(() -> connection.preparedQuery("""
                                insert into platform.keyset (tenant, purpose, version, wrapped)
                                values ($1, $2, $3, $4) on conflict do nothing""").executeBatch(rows))
                .chain(() -> select(connection, tenant)));
    }

    private static Uni<RowSet<Row>> enter(SqlConnection connection, TenantKey tenant) {
        return connection
                .preparedQuery("select set_config('jianmi.tenant', $1, true)")
                .execute(Tuple.of(tenant.value()));
    }

    private static Uni<List<Wrapped>> select(SqlConnection connection, TenantKey tenant) {
        return connection
                .preparedQuery("select purpose, version, wrapped from platform.keyset where tenant = $1")
                .execute(Tuple.of(tenant.value()))
                .map(KeysetStore::wrapped);
    }

    private static List<Wrapped> wrapped(RowSet<Row> rows) {
        List<Wrapped> found = new ArrayList<>();
        for (Row row : rows) {
            KeyPurpose.parse(row.getString(0))
                    .ifPresent(purpose -> found.add(new Wrapped(
                            purpose, row.getInteger(1), row.getBuffer(2).getBytes())));
        }
        return found;
    }
}
