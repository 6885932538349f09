package io.jianmi.core.testing;

import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;

/** An empty schema of a tenant in the shared database and connections to it, for one test; {@link #close()} drops it. */
public final class ScratchTenant implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TenantKey key;
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;

    public ScratchTenant(String key, int connections) {
        this.key = new TenantKey(key);
        this.pool = Pool.newInstance(PgBuilder.pool()
                .connectingTo(TestDatabase.shared().main().options())
                .with(new PoolOptions().setMaxSize(connections))
                .using(vertx.getDelegate())
                .build());
        execute("create schema " + schema());
    }

    public TenantKey key() {
        return key;
    }

    public String schema() {
        return key.schema();
    }

    public Pool pool() {
        return pool;
    }

    public RowSet<Row> execute(String sql) {
        return await(pool.query(sql).execute());
    }

    public static <T> T await(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }

    @Override
    public void close() {
        execute("drop schema " + schema() + " cascade");
        await(pool.close());
        await(vertx.close());
    }
}
