package io.jianmi.form.view;

import io.jianmi.core.housekeeping.BinTime;
import io.jianmi.core.housekeeping.Chore;
import io.jianmi.core.housekeeping.Outdated;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Forgets deleted views when they can no longer be brought back. */
@Singleton
public final class ViewChore implements Chore {

    private static final int SOME = 500;
    private static final Outdated DELETED = new Outdated("record_view", "deleted_at");

    private final BinTime bin;
    private final InstantSource clock;

    public ViewChore(BinTime bin, InstantSource clock) {
        this.bin = bin;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "record-views";
    }

    @Override
    public Uni<Boolean> run(TenantKey tenant, SqlConnection connection) {
        return DELETED.delete(tenant, connection, bin.began(clock.instant()), SOME)
                .map(gone -> gone == SOME);
    }
}
