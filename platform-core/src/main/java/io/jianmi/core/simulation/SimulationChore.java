package io.jianmi.core.simulation;

import io.jianmi.core.housekeeping.Chore;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** Forgets simulations that were over a day ago; the audit log remembers them. */
@Singleton
public final class SimulationChore implements Chore {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int SOME = 1_000;

    private final InstantSource clock;

    public SimulationChore(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "simulations";
    }

    @Override
    public Uni<Boolean> run(TenantKey tenant, SqlConnection connection) {
        return connection
                .preparedQuery("""
                        delete from "%1$s".simulation where id = any(array(select id from "%1$s".simulation where until < $1 limit $2))
                        """.formatted(tenant.schema()))
                .execute(Tuple.of(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC), SOME))
                .map(rows -> rows.rowCount() == SOME);
    }
}
