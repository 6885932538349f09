package io.jianmi.core.housekeeping;

import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** One kind of row of a tenant that is removed when its time is over. */
public interface Chore {

    /** Names it in the log and in its lock; for ever. */
    String name();

    /**
     * Removes some thousand rows at most in the transaction of the connection, so that it never holds up others for long.
     *
     * @return whether there may be more
     */
    Uni<Boolean> run(TenantKey tenant, SqlConnection connection);
}
