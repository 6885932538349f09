package io.jianmi.form.exchange;

import io.jianmi.core.administration.JobSource;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.exchange.Job.Status;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Imports and exports of all members as administrators see them: how far they are, and not what they bring or take. That a person's package
 * is made is the privacy desk's alone to know.
 */
@Singleton
final class TenantJobs implements JobSource {

    private final Pool pool;

    TenantJobs(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<JobSource.Job>> jobs(TenantKey tenant, int limit) {
        return pool.preparedQuery("""
                        select id, kind, app, form, actor, status, cancelled, total, done, failed, problem, created_at, finished_at
                        from "%s".exchange_job where kind <> 'package' order by created_at desc limit $1""".formatted(tenant.schema()))
                .execute(Tuple.of(limit))
                .map(rows -> rows.stream().map(TenantJobs::job).toList());
    }

    @Override
    public Uni<Optional<Write>> stopping(TenantKey tenant, UUID id) {
        return pool.preparedQuery(
                        "select 1 from \"%s\".exchange_job where id = $1 and kind <> 'package' and status in ('waiting', 'running') and not cancelled"
                                .formatted(tenant.schema()))
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.of(JobStore.cancelling(tenant, id)));
    }

    private static JobSource.Job job(Row row) {
        Status status = Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT));
        boolean stopping = row.getBoolean("cancelled");
        Integer total = row.getInteger("total");
        return new JobSource.Job(
                row.getUUID("id").toString(),
                row.getString("kind"),
                row.getString("app"),
                row.getString("form"),
                row.getString("actor"),
                status.key(),
                status.open(),
                !stopping && (status == Status.WAITING || status == Status.RUNNING),
                total == null ? null : total.longValue(),
                row.getInteger("done"),
                row.getInteger("failed"),
                row.getString("problem"),
                row.getOffsetDateTime("created_at").toInstant(),
                Optional.ofNullable(row.getOffsetDateTime("finished_at"))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null));
    }
}
