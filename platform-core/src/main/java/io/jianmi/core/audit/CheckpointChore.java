package io.jianmi.core.audit;

import io.jianmi.core.housekeeping.Chore;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

/**
 * Thins out signed tree heads: all of the last day, then the last of each hour, after ninety days the last of each day,
 * and those that an export ends with. Proofs are made from the tree and not from heads, so whoever kept a head that is gone
 * here still gets its consistency proof; what gets coarser is how closely the offline verifier can name a changed entry.
 */
@Singleton
public final class CheckpointChore implements Chore {

    private static final Duration ALL = Duration.ofDays(1);
    private static final Duration HOURLY = Duration.ofDays(90);
    private static final int BATCH = 20_000;

    private final InstantSource clock;

    public CheckpointChore(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "audit-checkpoints";
    }

    @Override
    public Uni<Boolean> run(TenantKey tenant, SqlConnection connection) {
        Instant now = clock.instant();
        String sql = """
                with gone as (
                    select size from (
                        select size, row_number() over (
                            partition by at < $2, date_trunc(case when at < $2 then 'day' else 'hour' end, at, 'UTC')
                            order by size desc) as back
                        from "%1$s".audit_checkpoint where at < $1) aged
                    where back > 1 and not exists (select 1 from "%1$s".audit_export e where e.size = aged.size)
                    order by size limit $3)
                delete from "%1$s".audit_checkpoint where size in (select size from gone)
                """.formatted(tenant.schema());
        return AuditRole.enter(connection)
                .chain(() -> connection
                        .preparedQuery(sql)
                        .execute(Tuple.of(
                                now.minus(ALL).atOffset(ZoneOffset.UTC),
                                now.minus(HOURLY).atOffset(ZoneOffset.UTC),
                                BATCH)))
                .map(rows -> rows.rowCount() == BATCH);
    }
}
