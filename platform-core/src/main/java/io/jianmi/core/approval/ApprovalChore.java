package io.jianmi.core.approval;

import io.jianmi.core.housekeeping.Chore;
import io.jianmi.core.housekeeping.Outdated;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** Forgets approvals after a year; the audit log tells of them for ever. */
@Singleton
public final class ApprovalChore implements Chore {

    private static final Duration KEPT = Duration.ofDays(366);
    private static final int SOME = 1_000;

    private final Outdated rows = new Outdated("approval", "asked_at");
    private final InstantSource clock;

    public ApprovalChore(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "approvals";
    }

    @Override
    public Uni<Boolean> run(TenantKey tenant, SqlConnection connection) {
        return rows.delete(tenant, connection, clock.instant().minus(KEPT), SOME)
                .map(gone -> gone == SOME);
    }
}
