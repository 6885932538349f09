package io.jianmi.form.share;

import io.jianmi.core.housekeeping.BinTime;
import io.jianmi.core.housekeeping.Chore;
import io.jianmi.core.housekeeping.Outdated;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Forgets shares that have been over for as long as the bin keeps things; the audit log has them still. No share ends by this. */
@Singleton
public final class ShareChore implements Chore {

    static final int SOME = 1_000;
    private static final Outdated SHARES = new Outdated("record_share", "until");

    private final BinTime bin;
    private final InstantSource clock;

    public ShareChore(BinTime bin, InstantSource clock) {
        this.bin = bin;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "record-shares";
    }

    @Override
    public Uni<Boolean> run(TenantKey tenant, SqlConnection connection) {
        return SHARES.delete(tenant, connection, bin.began(clock.instant()), SOME)
                .map(gone -> gone == SOME);
    }
}
