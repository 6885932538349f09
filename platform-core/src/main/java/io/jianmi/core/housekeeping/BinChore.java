package io.jianmi.core.housekeeping;

import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.InstantSource;

/** Forgets rows of one table when what they tell of can no longer be brought back. */
public abstract class BinChore implements Chore {

    private static final int SOME = 500;

    private final String name;
    private final Outdated rows;
    private final BinTime bin;
    private final InstantSource clock;

    /** @param name see {@link Chore#name} */
    protected BinChore(String name, Outdated rows, BinTime bin, InstantSource clock) {
        this.name = name;
        this.rows = rows;
        this.bin = bin;
        this.clock = clock;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Uni<Boolean> run(TenantKey tenant, SqlConnection connection) {
        return rows.delete(tenant, connection, bin.began(clock.instant()), SOME).map(gone -> gone == SOME);
    }
}
