package io.jianmi.form.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.testing.TestDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class IdempotencyChoreTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TenantKey tenant = new TenantKey("keysofpost");
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool = Pool.newInstance(PgBuilder.pool()
            .connectingTo(TestDatabase.shared().main().options())
            .with(new PoolOptions().setMaxSize(2))
            .using(vertx.getDelegate())
            .build());

    @BeforeEach
    void table() {
        execute("create schema " + tenant.schema());
        execute("create table " + tenant.schema() + ".idempotency (key text, created_at timestamptz)");
    }

    @AfterEach
    void drop() {
        execute("drop schema " + tenant.schema() + " cascade");
        pool.close().await().atMost(PATIENCE);
        vertx.close().await().atMost(PATIENCE);
    }

    @Test
    void keysAreForgottenAfterADayAFewThousandAtATime() {
        execute(
                "insert into " + tenant.schema() + ".idempotency"
                        + " select 'old' || n, timestamptz '2026-01-01 12:00Z' - n * interval '1 second' from generate_series(1, 5001) n");
        execute("insert into " + tenant.schema() + ".idempotency values ('fresh', '2026-01-01 12:00:01Z')");
        IdempotencyChore chore = new IdempotencyChore(() -> Instant.parse("2026-01-02T12:00:00Z"));

        boolean moreAfterTheFirst = await(pool.withTransaction(connection -> chore.run(tenant, connection)));
        boolean moreAfterTheSecond = await(pool.withTransaction(connection -> chore.run(tenant, connection)));
        assertThat(moreAfterTheFirst).isTrue();
        assertThat(moreAfterTheSecond).isFalse();

        assertThat(execute("select key from " + tenant.schema() + ".idempotency")
                        .iterator()
                        .next()
                        .getString(0))
                .isEqualTo("fresh");
    }

    private RowSet<Row> execute(String sql) {
        return await(pool.query(sql).execute());
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
