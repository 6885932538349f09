package io.jianmi.core.housekeeping;

import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Rows of a tenant's table that have had their time.
 *
 * @param table of the tenant's schema
 * @param column when a row began; both are names that the program wrote
 */
public record Outdated(String table, String column) {

    /**
     * Deletes some of them.
     *
     * @param before what began earlier goes
     * @return how many, at most {@code some}
     */
    public Uni<Integer> delete(TenantKey tenant, SqlConnection connection, Instant before, int some) {
        String sql = """
                delete from "%1$s".%2$s where ctid = any(array(select ctid from "%1$s".%2$s where %3$s < $1 limit $2))
                """.formatted(tenant.schema(), table, column);
        return connection
                .preparedQuery(sql)
                .execute(Tuple.of(before.atOffset(ZoneOffset.UTC), some))
                .map(rows -> rows.rowCount());
    }
}
