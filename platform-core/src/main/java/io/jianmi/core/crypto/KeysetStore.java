package io.jianmi.core.crypto;

import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** Rows of {@code platform.keyset}, seen through row security: a transaction sees one tenant's only. */
final class KeysetStore {

    private final Pool pool;

    /** One wrapped key. */
    record Wrapped(KeyPurpose purpose, int version, byte[] bytes) {}

    KeysetStore(Pool pool) {
        this.pool = pool;
    }

    Uni<List<Wrapped>> read(TenantKey tenant) {
        return pool.withTransaction(connection -> enter(connection, tenant).chain(() -> select(connection, tenant)));
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
            for (KeyPurpose purpose : KeyPurpose.values()) {
                if (purpose.key().equals(row.getString(0))) {
                    found.add(new Wrapped(
                            purpose, row.getInteger(1), row.getBuffer(2).getBytes()));
                }
            }
        }
        return found;
    }
}
