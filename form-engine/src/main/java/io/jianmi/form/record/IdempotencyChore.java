package io.jianmi.form.record;

import io.jianmi.core.housekeeping.Chore;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Forgets Idempotency-Keys after a day: by then nobody repeats a request whose answer was lost. */
@Singleton
public final class IdempotencyChore implements Chore {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int BATCH = 5_000;

    private final InstantSource clock;

    public IdempotencyChore(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "idempotency-keys";
    }

    @Override
    public Uni<Boolean> run(TenantKey tenant, SqlConnection connection) {
        OffsetDateTime over = clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC);
        String sql = """
                delete from "%1$s".idempotency where ctid = any(array(
                    select ctid from "%1$s".idempotency where created_at < $1 limit $2))
                """.formatted(tenant.schema());
        return connection.preparedQuery(sql).execute(Tuple.of(over, BATCH)).map(rows -> rows.rowCount() == BATCH);
    }
}
