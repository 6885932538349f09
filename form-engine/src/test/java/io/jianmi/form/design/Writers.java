package io.jianmi.form.design;

import io.jianmi.core.testing.TestDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.PoolOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Connections that insert rows without a pause, and whom PostgreSQL refuses what they would have to wait half a second for. */
final class Writers {

    private static final String WAIT = "set lock_timeout = '500ms'";

    private final Pool pool;
    private final String insert;
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger written = new AtomicInteger();
    private final List<Uni<Void>> running = new ArrayList<>();
    private volatile boolean stopped;

    Writers(Vertx vertx, String table, int count) {
        this.insert =
                "insert into " + table + " (id, version, status, form_version, created_at, created_by, updated_at,"
                        + " updated_by, row_tag) values (gen_random_uuid(), 1, 'draft', 1, now(), 'x', now(), 'x', '')";
        this.pool = Pool.newInstance(PgBuilder.pool()
                .connectingTo(TestDatabase.shared().main().options())
                .with(new PoolOptions().setMaxSize(count))
                .using(vertx.getDelegate())
                .build());
        for (int i = 0; i < count; i++) {
            Uni<Void> writing = pool.withConnection(
                            connection -> connection.query(WAIT).execute().chain(() -> write(connection)))
                    .onFailure()
                    .invoke(failures::add)
                    .onFailure()
                    .recoverWithNull()
                    .memoize()
                    .indefinitely();
            running.add(writing);
            writing.subscribe().with(done -> {});
        }
    }

    private Uni<Void> write(SqlConnection connection) {
        return connection
                .query(insert)
                .execute()
                .invoke(done -> written.incrementAndGet())
                .repeat()
                .until(done -> stopped)
                .collect()
                .last()
                .replaceWithVoid();
    }

    void stop() {
        stopped = true;
        Uni.join().all(running).andFailFast().await().indefinitely();
        pool.close().await().indefinitely();
    }

    List<Throwable> failures() {
        return List.copyOf(failures);
    }

    /** How many rows were said to be there. */
    long written() {
        return written.get();
    }
}
