package io.jianmi.form.exchange;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Write;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.record.BulkRecords;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

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
        RowSet<Row> rows = left(leased.job());
        while (rows.size() > 0) {
            Actor actor = actors.of(leased.job());
            CompiledForm form = actors.form(leased.job());
            for (Row row : rows) {
                undo(leased, actor, form, row);
            }
            rows = left(leased.job());
        }
        Waiting.on(jobs.end(leased, Job.Status.UNDONE, Optional.empty(), Optional.empty()));
    }

    private RowSet<Row> left(Job job) {
        return Waiting.on(
                pool.preparedQuery("""
                        select line, record, version, made from "%s".import_row
                        where job = $1 and not undone and kept is null order by line limit $2
                        """.formatted(job.tenant().schema())).execute(Tuple.of(job.id(), BATCH)));
    }

    private void undo(JobStore.Leased leased, Actor actor, CompiledForm form, Row row) {
        int line = row.getInteger(0);
        if (!row.getBoolean(3)) {
            keep(leased, line, "import.updated-record");
            return;
        }
        Write undone = Write.one(
                "update \"%s\".import_row set undone = true where job = $1 and line = $2"
                        .formatted(leased.job().tenant().schema()),
                Tuple.of(leased.job().id(), line));
        try {
            Waiting.on(records.trash(
                    actor,
                    form,
                    row.getUUID(1),
                    row.getInteger(2),
                    List.of(undone, JobStore.count(leased, "undone", 1))));
        } catch (ProblemException refused) {
            if (ImportStore.lost(refused)) {
                throw refused;
            }
            keep(leased, line, refused.type().code());
        }
    }

    private void keep(JobStore.Leased leased, int line, String why) {
        Waiting.on(jobs.commit(List.of(
                Write.one(
                        "update \"%s\".import_row set kept = $3 where job = $1 and line = $2"
                                .formatted(leased.job().tenant().schema()),
                        Tuple.of(leased.job().id(), line, why)),
                JobStore.count(leased, "kept", 1))));
    }
}
