package io.jianmi.form.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.store.TenantWriter;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Rows of jobs. A job is worked on under a lease; every write of the worker is guarded by it, so two never work on one. */
@Singleton
final class JobStore {

    /** A worker that has not been heard of for so long is dead. */
    /** So long the work of a server that died waits for another; who is alive says so three times as often. */
    private static final String LEASE = "now() + interval '10 seconds'";

    /** {@link Job.Status#open}, as the index of open jobs has it. */
    private static final String OPEN = "status in ('waiting', 'running', 'undoing')";

    private final Pool pool;
    private final TenantWriter writer;

    JobStore(Pool pool, TenantWriter writer) {
        this.pool = pool;
        this.writer = writer;
    }

    /** A job and the lease under which its worker writes. */
    record Leased(Job job, UUID lease) {}

    static Write insert(Job job) {
        return Write.any(
                """
                insert into "%s".exchange_job
                (id, kind, app, form, actor, status, dry_run, subject, options, created_at, expires_at, chunks, total)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
                """.formatted(job.tenant().schema()),
                Tuple.tuple(Arrays.asList(
                        job.id(),
                        job.kind().key(),
                        job.app(),
                        job.form(),
                        job.actor(),
                        job.status().key(),
                        job.dryRun(),
                        job.subject(),
                        Buffer.buffer(job.options()),
                        job.createdAt().atOffset(ZoneOffset.UTC),
                        job.expiresAt().atOffset(ZoneOffset.UTC),
                        job.chunks(),
                        job.total().orElse(null))));
    }

    Uni<Optional<Job>> find(TenantKey tenant, UUID id) {
        return pool.preparedQuery("select * from \"%s\".exchange_job where id = $1".formatted(tenant.schema()))
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(job(tenant, rows.iterator().next())));
    }

    /** Imports and exports of these people that wait or run. */
    Uni<List<Job>> open(TenantKey tenant, Set<String> members) {
        return pool.preparedQuery("""
                        select * from "%s".exchange_job
                        where %s and kind <> 'package' and actor = any($1) order by created_at
                        """.formatted(tenant.schema(), OPEN))
                .execute(Tuple.tuple().addArrayOfString(members.toArray(String[]::new)))
                .map(rows -> rows.stream().map(row -> job(tenant, row)).toList());
    }

    /** Imports of a person into a form, the last first. */
    Uni<List<Job>> imports(Actor actor, String app, String form, int limit) {
        return pool.preparedQuery("""
                        select * from "%s".exchange_job where actor = $1 and app = $2 and form = $3 and kind = 'import'
                        order by created_at desc limit $4
                        """.formatted(actor.tenant().schema()))
                .execute(Tuple.of(actor.id().value(), app, form, limit))
                .map(rows -> {
                    List<Job> found = new ArrayList<>();
                    rows.forEach(row -> found.add(job(actor.tenant(), row)));
                    return found;
                });
    }

    /** Takes the oldest job that nobody works on, passing over those that another node takes at this moment. */
    Uni<Optional<Leased>> claim(TenantKey tenant, UUID lease) {
        String sql = """
                update "%1$s".exchange_job set lease = $1, leased_until = %2$s,
                status = case when status = 'waiting' then 'running' else status end
                where id = (select id from "%1$s".exchange_job where %3$s
                and (leased_until is null or leased_until < now()) order by created_at limit 1 for update skip locked)
                returning *
                """.formatted(tenant.schema(), LEASE, OPEN);
        return pool.preparedQuery(sql)
                .execute(Tuple.of(lease))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(new Leased(job(tenant, rows.iterator().next()), lease)));
    }

    /**
     * Adds to a counter and renews the lease; written with what is counted. A job that was cancelled or that another worker
     * has taken over refuses it, and with it all that is written along.
     */
    static Write count(Leased leased, String counter, int more) {
        return Write.one(
                "update \"%s\".exchange_job set %2$s = %2$s + $2, leased_until = %3$s where id = $1 and lease = $3 and not cancelled"
                        .formatted(leased.job().tenant().schema(), counter, LEASE),
                Tuple.of(leased.job().id(), more, leased.lease()),
                ExchangeProblem.LET_GO);
    }

    /** Writes under the lease, by itself. */
    Uni<Void> commit(Write write) {
        return commit(List.of(write));
    }

    Uni<Void> commit(List<Write> writes) {
        return writer.commit(writes);
    }

    /** Rows of the file that became these records. */
    static Write rows(Leased leased, List<Integer> lines, List<UUID> records, int version, boolean made) {
        return Write.any(
                """
                insert into "%s".import_row (job, line, record, version, made)
                select $1, line, record, $4, $5 from unnest($2::int[], $3::uuid[]) as t(line, record)
                """.formatted(leased.job().tenant().schema()),
                Tuple.tuple()
                        .addUUID(leased.job().id())
                        .addArrayOfInteger(lines.toArray(Integer[]::new))
                        .addArrayOfUUID(records.toArray(UUID[]::new))
                        .addInteger(version)
                        .addBoolean(made));
    }

    /** Lines of these that are stored already. */
    Uni<Set<Integer>> stored(Job job, int from, int to) {
        return pool.preparedQuery("select line from \"%s\".import_row where job = $1 and line between $2 and $3"
                        .formatted(job.tenant().schema()))
                .execute(Tuple.of(job.id(), from, to))
                .map(rows -> {
                    Set<Integer> lines = new HashSet<>();
                    rows.forEach(row -> lines.add(row.getInteger(0)));
                    return lines;
                });
    }

    /** Ends a chunk: its errors, the cursor, what is done, in one transaction. */
    Uni<Void> chunkDone(Leased leased, int chunk, int rows, List<RowError> errors) {
        String schema = leased.job().tenant().schema();
        ArrayNode array = Json.NODES.arrayNode();
        errors.forEach(error -> array.add(error.json()));
        return writer.commit(List.of(
                Write.one(
                        """
                        update "%s".exchange_job set next_chunk = $4 + 1, done = done + $5, failed = failed + $6, leased_until = %s
                        where id = $1 and lease = $2 and next_chunk = $3 and not cancelled
                        """.formatted(schema, LEASE),
                        Tuple.tuple()
                                .addUUID(leased.job().id())
                                .addUUID(leased.lease())
                                .addInteger(chunk)
                                .addInteger(chunk)
                                .addInteger(rows)
                                .addInteger((int) errors.stream()
                                        .map(RowError::line)
                                        .distinct()
                                        .count()),
                        ExchangeProblem.LET_GO),
                Write.any("""
                        insert into "%s".import_error (job, line, field, code, params)
                        select $1, line, field, code, params from jsonb_to_recordset($2::jsonb)
                        as t(line int, field text, code text, params text)
                        """.formatted(schema), Tuple.of(leased.job().id(), new JsonArray(Json.write(array))))));
    }

    /** A rehearsal leaves nothing to go on with, so it begins anew. */
    Uni<Void> restart(Leased leased) {
        String schema = leased.job().tenant().schema();
        return writer.commit(List.of(
                Write.one("""
                        update "%s".exchange_job set next_chunk = 0, done = 0, created = 0, updated = 0, failed = 0
                        where id = $1 and lease = $2
                        """.formatted(schema), Tuple.of(leased.job().id(), leased.lease()), ExchangeProblem.LET_GO),
                Write.any(
                        "delete from \"%s\".import_error where job = $1".formatted(schema),
                        Tuple.of(leased.job().id()))));
    }

    /** Ends the job, unless another worker has it. */
    Uni<Void> end(Leased leased, Job.Status status, Optional<String> problem, Optional<Integer> chunks) {
        return pool.preparedQuery("""
                        update "%s".exchange_job set status = $3, problem = $4, chunks = coalesce($5, chunks),
                        finished_at = now(), lease = null, leased_until = null where id = $1 and lease = $2
                        """.formatted(leased.job().tenant().schema()))
                .execute(Tuple.tuple(Arrays.asList(
                        leased.job().id(), leased.lease(), status.key(), problem.orElse(null), chunks.orElse(null))))
                .replaceWithVoid();
    }

    /** Says that the worker is alive. */
    Uni<Void> renew(Leased leased) {
        return leased(leased, "leased_until = " + LEASE);
    }

    /** Leaves the job as it stands to whoever comes next. */
    Uni<Void> release(Leased leased) {
        return leased(leased, "lease = null, leased_until = null");
    }

    private Uni<Void> leased(Leased leased, String change) {
        return pool.preparedQuery("update \"%s\".exchange_job set %s where id = $1 and lease = $2"
                        .formatted(leased.job().tenant().schema(), change))
                .execute(Tuple.of(leased.job().id(), leased.lease()))
                .replaceWithVoid();
    }

    /** Ends a job whose write was refused by its guard: cancelled, or left to the worker that has taken it over. */
    Uni<Void> letGo(Leased leased) {
        return pool.preparedQuery("""
                        update "%s".exchange_job set status = case when cancelled then 'cancelled' else 'failed' end,
                        problem = case when cancelled then null else 'exchange.let-go' end,
                        finished_at = now(), lease = null, leased_until = null where id = $1 and lease = $2
                        """.formatted(leased.job().tenant().schema()))
                .execute(Tuple.of(leased.job().id(), leased.lease()))
                .replaceWithVoid();
    }

    /** Asks the worker to stop; one that nobody works on has stopped already. */
    Uni<Boolean> cancel(Job job) {
        Write write = cancelling(job.tenant(), job.id());
        return pool.preparedQuery(write.sql()).execute(write.parameters()).map(rows -> rows.rowCount() == 1);
    }

    static Write cancelling(TenantKey tenant, UUID id) {
        return Write.one("""
                update "%s".exchange_job set cancelled = true,
                status = case when status = 'waiting' then 'cancelled' else status end
                where id = $1 and status in ('waiting', 'running')
                """.formatted(tenant.schema()), Tuple.of(id));
    }

    /** Makes the real run out of a finished rehearsal. */
    static List<Write> runInEarnest(Job job) {
        String schema = job.tenant().schema();
        return List.of(
                Write.one("""
                        update "%s".exchange_job set dry_run = false, status = 'waiting', next_chunk = 0, done = 0,
                        created = 0, updated = 0, failed = 0, finished_at = null
                        where id = $1 and dry_run and status = 'done' and expires_at > now()
                        """.formatted(schema), Tuple.of(job.id()), ExchangeProblem.NOT_RUNNABLE),
                Write.any("delete from \"%s\".import_error where job = $1".formatted(schema), Tuple.of(job.id())));
    }

    /** Begins to take an ended import back. */
    static Write undo(Job job) {
        return Write.one("""
                        update "%s".exchange_job set status = 'undoing', cancelled = false, finished_at = null
                        where id = $1 and kind = 'import' and not dry_run and status in ('done', 'failed', 'cancelled')
                        """.formatted(job.tenant().schema()), Tuple.of(job.id()), ExchangeProblem.NOT_UNDOABLE);
    }

    /** The first errors in order of the lines. */
    Uni<List<RowError>> errors(Job job, int limit) {
        return pool.preparedQuery(
                        "select line, field, code, params from \"%s\".import_error where job = $1 order by line limit $2"
                                .formatted(job.tenant().schema()))
                .execute(Tuple.of(job.id(), limit))
                .map(rows -> {
                    List<RowError> errors = new ArrayList<>();
                    rows.forEach(row -> errors.add(
                            RowError.stored(row.getInteger(0), row.getString(1), row.getString(2), row.getString(3))));
                    return errors;
                });
    }

    static Job job(TenantKey tenant, Row row) {
        return new Job(
                tenant,
                row.getUUID("id"),
                Job.Kind.of(row.getString("kind")),
                row.getString("app"),
                row.getString("form"),
                row.getString("actor"),
                Job.Status.valueOf(upper(row.getString("status"))),
                row.getBoolean("dry_run"),
                row.getUUID("subject"),
                row.getDelegate().getBuffer("options").getBytes(),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant(),
                row.getBoolean("cancelled"),
                row.getInteger("next_chunk"),
                row.getInteger("chunks"),
                Optional.ofNullable(row.getInteger("total")),
                new Job.Counts(
                        row.getInteger("done"),
                        row.getInteger("created"),
                        row.getInteger("updated"),
                        row.getInteger("failed"),
                        row.getInteger("undone"),
                        row.getInteger("kept")),
                Optional.ofNullable(row.getString("problem")));
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
