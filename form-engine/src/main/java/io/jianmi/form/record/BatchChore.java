package io.jianmi.form.record;

import io.jianmi.core.housekeeping.BinTime;
import io.jianmi.core.housekeeping.Chore;
import io.jianmi.core.housekeeping.Outdated;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Forgets what people did to many records at once when it can no longer be taken back. */
@Singleton
public final class BatchChore implements Chore {

    private static final int SOME = 500;
    private static final Outdated BATCHES = new Outdated("record_batch", "at");

    private final BinTime bin;
    private final InstantSource clock;

    public BatchChore(BinTime bin, InstantSource clock) {
        this.bin = bin;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "record-batches";
    }

    @Override
    public Uni<Boolean> run(TenantKey tenant, SqlConnection connection) {
        return BATCHES.delete(tenant, connection, bin.began(clock.instant()), SOME)
                .map(gone -> gone == SOME);
    }
}
