package io.jianmi.core.audit;

import io.jianmi.core.tenant.TenantKey;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tenants this node sequences: those whose advisory lock it holds. All locks sit on one connection that is used
 * for nothing else; when it breaks they are all gone. Blocking; used by one thread.
 */
final class Election {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How often a lock that another node holds is tried again, and the connection looked after. */
    private static final long RETRY_NANOS = Duration.ofSeconds(1).toNanos();

    private final Pool pool;
    private final Set<TenantKey> held = new HashSet<>();
    private final Map<TenantKey, Long> tried = new HashMap<>();
    private @Nullable SqlConnection connection;
    private long checked;

    Election(Pool pool) {
        this.pool = pool;
    }

    boolean holds(TenantKey tenant) {
        long now = System.nanoTime();
        Long last = tried.get(tenant);
        if (!held.contains(tenant) && (last == null || now - last > RETRY_NANOS)) {
            tried.put(tenant, now);
            if (tryLock(tenant)) {
                held.add(tenant);
            }
        }
        return held.contains(tenant);
    }

    /**
     * Looks after the connection.
     *
     * @return false when it broke: whoever held a lock holds it no longer
     */
    boolean alive() {
        long now = System.nanoTime();
        if (connection == null || now - checked < RETRY_NANOS) {
            return true;
        }
        checked = now;
        try {
            connection.query("select 1").execute().await().atMost(PATIENCE);
            return true;
        } catch (RuntimeException broken) {
            close();
            return false;
        }
    }

    void close() {
        held.clear();
        tried.clear();
        SqlConnection gone = connection;
        connection = null;
        if (gone != null) {
            // Closing returns the session to the pool, and its locks would live on there.
            gone.query("select pg_advisory_unlock_all()")
                    .execute()
                    .eventually(gone::close)
                    .subscribe()
                    .with(released -> {}, broken -> {});
        }
    }

    private boolean tryLock(TenantKey tenant) {
        if (connection == null) {
            connection = pool.getConnection().await().atMost(PATIENCE);
        }
        return connection
                .preparedQuery("select pg_try_advisory_lock(hashtextextended($1, 0))")
                .execute(Tuple.of("audit/" + tenant.value()))
                .map(rows -> rows.iterator().next().getBoolean(0))
                .await()
                .atMost(PATIENCE);
    }
}
