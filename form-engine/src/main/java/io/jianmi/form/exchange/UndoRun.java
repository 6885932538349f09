package io.jianmi.form.exchange;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Write;
import io.jianmi.core.thread.Waiting;
import io.jianmi.form.record.BulkRecords;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Takes an import back: what it made goes to the recycle bin, by the command of everybody. What has changed since, and what the import
 * only changed, stays, and is counted. For worker threads.
 */
@Singleton
final class UndoRun {

    private static final int BATCH = 200;

    private final BulkRecords records;
    private final JobStore jobs;
    private final JobActors actors;
    private final Pool pool;

    UndoRun(BulkRecords records, JobStore jobs, JobActors actors, Pool pool) {
        this.records = records;
        this.jobs = jobs;
        this.actors = actors;
        this.pool = pool;
    }

    void run(JobStore.Leased leased) {
        List<Made> rows = left(leased.job());
        while (!rows.isEmpty()) {
            undo(leased, rows);
            rows = left(leased.job());
        }
        Waiting.on(jobs.end(leased, Job.Status.UNDONE, Optional.empty(), Optional.empty()));
    }

    /**
     * A row and what became of it.
     *
     * @param fresh false where the import changed a record that was there
     */
    private record Made(int line, UUID record, int version, boolean fresh) {}

    private List<Made> left(Job job) {
        List<Made> left = new ArrayList<>();
        Waiting.on(pool.preparedQuery("""
                        select line, record, version, made from "%s".import_row
                        where job = $1 and not undone and kept is null order by line limit $2
                        """.formatted(job.tenant().schema())).execute(Tuple.of(job.id(), BATCH)))
                .forEach(row ->
                        left.add(new Made(row.getInteger(0), row.getUUID(1), row.getInteger(2), row.getBoolean(3))));
        return left;
    }

    /** Takes these back, or says of some of them why they stay; the others come again. */
    private void undo(JobStore.Leased leased, List<Made> rows) {
        List<Made> changed = rows.stream().filter(row -> !row.fresh()).toList();
        if (!changed.isEmpty()) {
            keep(leased, changed, row -> "import.updated-record");
        }
        List<Made> fresh = rows.stream().filter(Made::fresh).toList();
        if (!fresh.isEmpty()) {
            trash(leased, fresh);
        }
    }

    private void trash(JobStore.Leased leased, List<Made> rows) {
        Actor actor = actors.of(leased.job());
        Map<UUID, Integer> versions = new LinkedHashMap<>();
        rows.forEach(row -> versions.put(row.record(), row.version()));
        try {
            Waiting.on(records.trash(
                    actor,
                    actors.form(leased.job()),
                    versions,
                    List.of(undone(leased, rows), JobStore.count(leased, "undone", rows.size()))));
        } catch (ProblemException refused) {
            if (ImportStore.lost(refused)) {
                throw refused;
            }
            Map<UUID, String> why = BulkRecords.inTheWay(refused, List.copyOf(versions.keySet()));
            if (!why.isEmpty()) {
                keep(
                        leased,
                        rows.stream()
                                .filter(row -> why.containsKey(row.record()))
                                .toList(),
                        row -> Objects.requireNonNull(why.get(row.record())));
            } else if (rows.size() == 1) {
                keep(leased, rows, row -> refused.type().code());
            } else {
                rows.forEach(row -> trash(leased, List.of(row)));
            }
        }
    }

    private static Write undone(JobStore.Leased leased, List<Made> rows) {
        return Write.many(
                "update \"%s\".import_row set undone = true where job = $1 and line = any($2)"
                        .formatted(leased.job().tenant().schema()),
                Tuple.of(leased.job().id(), lines(rows)),
                rows.size());
    }

    private void keep(JobStore.Leased leased, List<Made> rows, Function<Made, String> why) {
        Waiting.on(jobs.commit(List.of(
                Write.many(
                        """
                        update "%s".import_row r set kept = k.why from unnest($2::int[], $3::text[]) as k(line, why)
                        where r.job = $1 and r.line = k.line
                        """.formatted(leased.job().tenant().schema()),
                        Tuple.of(
                                leased.job().id(),
                                lines(rows),
                                rows.stream().map(why).toArray(String[]::new)),
                        rows.size()),
                JobStore.count(leased, "kept", rows.size()))));
    }

    private static Integer[] lines(List<Made> rows) {
        return rows.stream().map(Made::line).toArray(Integer[]::new);
    }
}
