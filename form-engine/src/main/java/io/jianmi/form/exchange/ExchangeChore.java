package io.jianmi.form.exchange;

import io.jianmi.core.crypto.KeyDestruction;
import io.jianmi.core.housekeeping.BinTime;
import io.jianmi.core.housekeeping.Chore;
import io.jianmi.core.housekeeping.Outdated;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Removes files and waiting rows after a day, with the keys that sealed them, so that old copies of the database open nothing; and after
 * the bin's time what was known of the job: until then an import can be undone.
 */
@Singleton
public final class ExchangeChore implements Chore {

    private static final int BATCH = 2_000;

    /** Keys destroyed at a time, each by statements of its own in the key database. */
    private static final int JOBS = 100;

    private static final Outdated PIECES = new Outdated("exchange_chunk", "at");

    private static final String ROWS = """
            delete from "%1$s".import_row where ctid = any(array(select r.ctid from "%1$s".import_row r
                join "%1$s".exchange_job j on j.id = r.job where j.created_at < $1 limit $2))
            """;

    private static final String ERRORS = """
            delete from "%1$s".import_error where ctid = any(array(select e.ctid from "%1$s".import_error e
                join "%1$s".exchange_job j on j.id = e.job where j.created_at < $1 limit $2))
            """;

    private static final String FINISHED = """
            delete from "%1$s".exchange_job where ctid = any(array(select j.ctid from "%1$s".exchange_job j
                where j.created_at < $1 and j.shut
                and not exists (select 1 from "%1$s".import_row r where r.job = j.id)
                and not exists (select 1 from "%1$s".import_error e where e.job = j.id) limit $2))
            """;

    private final KeyDestruction keys;
    private final BinTime bin;
    private final InstantSource clock;

    public ExchangeChore(KeyDestruction keys, BinTime bin, InstantSource clock) {
        this.keys = keys;
        this.bin = bin;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "exchange";
    }

    @Override
    public Uni<Boolean> run(TenantKey tenant, SqlConnection connection) {
        Instant instant = clock.instant();
        OffsetDateTime now = instant.atOffset(ZoneOffset.UTC);
        OffsetDateTime over = bin.began(instant).atOffset(ZoneOffset.UTC);
        return shut(tenant, connection, now)
                .chain(shut -> PIECES.delete(tenant, connection, instant.minus(JobStarter.KEPT), BATCH)
                        .chain(pieces -> removed(connection, tenant, ROWS, over)
                                .chain(rows -> removed(connection, tenant, ERRORS, over)
                                        .chain(errors -> removed(connection, tenant, FINISHED, over)
                                                .replaceWith(shut == JOBS
                                                        || Math.max(pieces, Math.max(rows, errors)) == BATCH)))));
    }

    private Uni<Integer> shut(TenantKey tenant, SqlConnection connection, OffsetDateTime now) {
        String over = """
                select id, subject from "%s".exchange_job where not shut and expires_at < $1
                and status not in ('waiting', 'running') limit $2
                """.formatted(tenant.schema());
        return connection.preparedQuery(over).execute(Tuple.of(now, JOBS)).chain(rows -> {
            List<UUID> jobs = new ArrayList<>();
            List<UUID> subjects = new ArrayList<>();
            for (Row row : rows) {
                jobs.add(row.getUUID(0));
                subjects.add(row.getUUID(1));
            }
            return Multi.createFrom()
                    .iterable(subjects)
                    .onItem()
                    .transformToUniAndConcatenate(subject -> keys.destroy(tenant, subject))
                    .collect()
                    .asList()
                    .chain(() -> of(tenant, connection, "delete from \"%s\".exchange_chunk where job = any($1)", jobs))
                    .chain(() -> of(
                            tenant, connection, "update \"%s\".exchange_job set shut = true where id = any($1)", jobs))
                    .replaceWith(jobs.size());
        });
    }

    private static Uni<Void> of(TenantKey tenant, SqlConnection connection, String sql, List<UUID> jobs) {
        return connection
                .preparedQuery(sql.formatted(tenant.schema()))
                .execute(Tuple.tuple().addArrayOfUUID(jobs.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    private static Uni<Integer> removed(SqlConnection connection, TenantKey tenant, String sql, OffsetDateTime before) {
        return connection
                .preparedQuery(sql.formatted(tenant.schema()))
                .execute(Tuple.of(before, BATCH))
                .map(rows -> rows.rowCount());
    }
}
