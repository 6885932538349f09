package io.jianmi.form.design;

import io.jianmi.core.administration.JobSource;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Forms whose records are being brought to another version, as administrators see them; they are stopped at the form. */
@Singleton
final class ConversionJobs implements JobSource {

    private final Pool pool;

    ConversionJobs(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Job>> jobs(TenantKey tenant, int limit) {
        return pool.preparedQuery("""
                        select form, app, version, actor, phase, total, done, broken, problem, started_at
                        from "%s".form_conversion order by started_at desc limit $1""".formatted(tenant.schema()))
                .execute(Tuple.of(limit))
                .map(rows -> rows.stream().map(ConversionJobs::job).toList());
    }

    @Override
    public Uni<Optional<Write>> stopping(TenantKey tenant, UUID id) {
        return Uni.createFrom().item(Optional.empty());
    }

    private static Job job(Row row) {
        ConversionJob.Phase phase = ConversionJob.Phase.parse(row.getString("phase"));
        return new Job(
                row.getString("form") + "@" + row.getInteger("version"),
                "conversion",
                row.getString("app"),
                row.getString("form"),
                row.getString("actor"),
                phase.key(),
                !phase.over(),
                false,
                row.getLong("total"),
                row.getLong("done"),
                row.getLong("broken"),
                row.getString("problem"),
                row.getOffsetDateTime("started_at").toInstant(),
                null);
    }
}
