package io.jianmi.core.housekeeping;

import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Forgets rows of one table that have had their time, some at once. */
public abstract class AgeChore implements Chore {

    private final String name;
    private final Outdated rows;
    private final Supplier<Instant> before;
    private final int some;

    /**
     * @param name see {@link Chore#name}
     * @param kept how long
     * @param some how many in one transaction
     */
    protected AgeChore(String name, Outdated rows, Duration kept, int some, InstantSource clock) {
        this(name, rows, some, () -> clock.instant().minus(kept));
    }

    /** @param before what began earlier goes */
    AgeChore(String name, Outdated rows, int some, Supplier<Instant> before) {
        this.name = name;
        this.rows = rows;
        this.some = some;
        this.before = before;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Uni<Boolean> run(TenantKey tenant, SqlConnection connection) {
        return rows.delete(tenant, connection, before.get(), some).map(gone -> gone == some);
    }
}
