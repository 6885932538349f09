package io.jianmi.form.design;

import io.jianmi.core.json.Json;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.StoreProblem;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Rows of {@code form_conversion}: one a form, under a lease while somebody works on it. */
@Singleton
final class ConversionStore {

    /** Who is silent for so long is gone, and another carries on. */
    private static final String LEASE = "now() + interval '15 seconds'";

    private static final String OVER = "('rehearsed', 'done', 'failed', 'cancelled')";

    private final Pool pool;

    ConversionStore(Pool pool) {
        this.pool = pool;
    }

    /** A job that this worker may carry on, until the lease runs out. */
    record Held(ConversionJob job, UUID holder) {

        Held with(ConversionJob next) {
            return new Held(next, holder);
        }
    }

    /** Begins; fails with {@code form.conversion-running} while another is under way. */
    static Write insert(ConversionJob job, Instant now) {
        return Write.one(
                """
                insert into "%s".form_conversion as old (form, app, version, definition, kept, leaving, actor, phase, total,
                tallies, started_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, '[]', $10)
                on conflict (form) do update set app = excluded.app, version = excluded.version,
                definition = excluded.definition, kept = excluded.kept, leaving = excluded.leaving,
                actor = excluded.actor, phase = excluded.phase, after = null, rounds = 0, total = excluded.total,
                done = 0, broken = 0, tallies = '[]', problem = null, started_at = excluded.started_at,
                held_by = null, held_until = null
                where old.phase in %s
                """.formatted(job.tenant().schema(), OVER),
                Tuple.tuple(Arrays.asList(
                        job.form(),
                        job.app(),
                        job.version(),
                        job.definition(),
                        job.kept(),
                        job.leaving().toArray(String[]::new),
                        job.actor(),
                        job.phase().key(),
                        job.total(),
                        now.atOffset(ZoneOffset.UTC))),
                DesignProblem.CONVERSION_RUNNING);
    }

    Uni<Optional<ConversionJob>> find(TenantKey tenant, String form) {
        return pool.preparedQuery("select * from \"%s\".form_conversion where form = $1".formatted(tenant.schema()))
                .execute(Tuple.of(form))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(job(tenant, rows.iterator().next())));
    }

    /** One that is under way and nobody works on. */
    Uni<Optional<Held>> claim(TenantKey tenant, UUID holder) {
        return pool.preparedQuery("""
                        update "%1$s".form_conversion set held_by = $1, held_until = %2$s where form = (
                            select form from "%1$s".form_conversion where phase not in %3$s
                            and (held_until is null or held_until < now())
                            order by started_at limit 1 for update skip locked) returning *
                        """.formatted(tenant.schema(), LEASE, OVER))
                .execute(Tuple.of(holder))
                .map(rows -> held(tenant, holder, rows));
    }

    private static Optional<Held> held(TenantKey tenant, UUID holder, RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(new Held(job(tenant, rows.iterator().next()), holder));
    }

    /** The same as it is now, when somebody has cancelled it under whoever holds it. */
    Uni<Optional<Held>> cancelled(Held held) {
        TenantKey tenant = held.job().tenant();
        return pool.preparedQuery("""
                        select * from "%s".form_conversion where form = $1 and held_by = $2 and phase = 'cancelling'
                        """.formatted(tenant.schema()))
                .execute(Tuple.of(held.job().form(), held.holder()))
                .map(rows -> held(tenant, held.holder(), rows));
    }

    /** A lost race when the version counts meanwhile. Whoever holds the job goes on holding it, and learns of this by his next step. */
    static Write cancel(ConversionJob job) {
        return Write.one("""
                update "%s".form_conversion set phase = 'cancelling' where form = $1 and version = $2
                and phase in ('rehearsing', 'preparing', 'filling', 'following', 'cancelling')
                """.formatted(job.tenant().schema()), Tuple.of(job.form(), job.version()));
    }

    /**
     * Where the work stands now; a lost race when the lease has run out and another has it, or when somebody has cancelled it meanwhile.
     */
    static Write progress(Held held, ConversionJob now) {
        return Write.one(
                """
                update "%s".form_conversion set phase = $3, after = $4, rounds = $5, done = $6, broken = $7, tallies = $8,
                held_until = %s where form = $1 and held_by = $2 and (phase <> 'cancelling' or $3 = 'cancelled')
                """.formatted(now.tenant().schema(), LEASE),
                Tuple.tuple(Arrays.asList(
                        now.form(),
                        held.holder(),
                        now.phase().key(),
                        now.after().orElse(null),
                        now.rounds(),
                        now.done(),
                        now.broken(),
                        Json.write(now.tallies().view()))));
    }

    /** The same by itself. */
    Uni<Void> save(Held held, ConversionJob now) {
        Write write = progress(held, now);
        return pool.preparedQuery(write.sql())
                .execute(write.parameters())
                .invoke(rows -> {
                    if (rows.rowCount() != 1) {
                        throw ProblemException.of(StoreProblem.LOST_RACE);
                    }
                })
                .replaceWithVoid();
    }

    /** Says that the worker is alive: some steps take longer than a lease. */
    Uni<Void> renew(Held held) {
        return pool.preparedQuery("update \"%s\".form_conversion set held_until = %s where form = $1 and held_by = $2"
                        .formatted(held.job().tenant().schema(), LEASE))
                .execute(Tuple.of(held.job().form(), held.holder()))
                .replaceWithVoid();
    }

    /** Nothing is left of it; one that was cancelled meanwhile has ended as it was meant to. */
    Uni<Void> fail(Held held, String problem) {
        return pool.preparedQuery("""
                        update "%s".form_conversion set phase = case phase when 'cancelling' then 'cancelled' else 'failed' end,
                        problem = case when phase <> 'cancelling' then $3 end, held_by = null, held_until = null
                        where form = $1 and held_by = $2
                        """.formatted(held.job().tenant().schema()))
                .execute(Tuple.of(held.job().form(), held.holder(), problem))
                .replaceWithVoid();
    }

    /** Leaves it to whoever comes next. */
    Uni<Void> release(Held held) {
        return pool.preparedQuery("""
                        update "%s".form_conversion set held_by = null, held_until = null where form = $1 and held_by = $2
                        """.formatted(held.job().tenant().schema()))
                .execute(Tuple.of(held.job().form(), held.holder()))
                .replaceWithVoid();
    }

    private static ConversionJob job(TenantKey tenant, Row row) {
        return new ConversionJob(
                tenant,
                row.getString("app"),
                row.getString("form"),
                row.getInteger("version"),
                row.getString("definition"),
                row.getString("kept"),
                Set.of(row.getArrayOfStrings("leaving")),
                row.getString("actor"),
                ConversionJob.Phase.parse(row.getString("phase")),
                Optional.ofNullable(row.getUUID("after")),
                row.getInteger("rounds"),
                row.getLong("total"),
                row.getLong("done"),
                row.getLong("broken"),
                Tallies.read(Json.parse(row.getString("tallies"))),
                row.getString("problem"));
    }
}
