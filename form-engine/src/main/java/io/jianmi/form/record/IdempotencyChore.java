package io.jianmi.form.record;

import io.jianmi.core.housekeeping.Chore;
import io.jianmi.core.housekeeping.Outdated;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** Forgets Idempotency-Keys after a day: by then nobody repeats a request whose answer was lost. */
@Singleton
public final class IdempotencyChore implements Chore {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int BATCH = 5_000;
    private static final Outdated KEYS = new Outdated("idempotency", "created_at");

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
        return KEYS.delete(tenant, connection, clock.instant().minus(KEPT), BATCH)
                .map(gone -> gone == BATCH);
    }
}
