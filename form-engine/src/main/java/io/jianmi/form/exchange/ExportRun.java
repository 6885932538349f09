package io.jianmi.form.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.audit.ReadLog;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.thread.Waiting;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.exchange.sheet.SheetWriter;
import io.jianmi.form.exchange.sheet.Watermark;
import io.jianmi.form.record.BulkRecords;
import io.jianmi.form.record.RecordProblem;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Writes an export, page by page, into sealed pieces. A node that takes it over begins anew. The file can be fetched only after the
 * entry about it, with its counts, stands under a signed tree head. For worker threads.
 */
@Singleton
final class ExportRun {

    private static final int PAGE = 500;

    /** A worksheet holds 1,048,576 rows. */
    private static final int MOST_ROWS = 1_000_000;

    private final BulkRecords records;
    private final JobStore jobs;
    private final Chunks chunks;
    private final JobActors actors;
    private final JobOptions options;
    private final ReadLog reads;
    private final InstantSource clock;

    ExportRun(
            BulkRecords records,
            JobStore jobs,
            Chunks chunks,
            JobActors actors,
            JobOptions options,
            ReadLog reads,
            InstantSource clock) {
        this.records = records;
        this.jobs = jobs;
        this.chunks = chunks;
        this.actors = actors;
        this.options = options;
        this.reads = reads;
        this.clock = clock;
    }

    void run(JobStore.Leased leased) {
        Job job = leased.job();
        Waiting.on(jobs.restart(leased));
        Waiting.on(chunks.clear(Vault.Owner.of(job)));
        ExportRequest request = ExportRequest.stored(options.open(job));
        SealedOutput out = new SealedOutput(chunks, leased);
        int rows;
        try {
            rows = write(leased, request, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Actor actor = actors.of(job);
        CompiledForm form = actors.form(job);
        Waiting.on(reads.before(actor, entry(job, form, request, rows)));
        Waiting.on(jobs.end(leased, Job.Status.DONE, Optional.empty(), Optional.of(out.finish())));
    }

    private int write(JobStore.Leased leased, ExportRequest request, SealedOutput out) throws IOException {
        Job job = leased.job();
        CompiledForm first = actors.form(job);
        SheetWriter writer = request.format().open(out, request.columns(first, actors.of(job)));
        Optional<String> after = Optional.empty();
        int rows = 0;
        do {
            Actor actor = actors.of(job);
            Optional<String> from = after;
            BulkRecords.Page page = actors.with(job, form -> {
                if (!form.access().matching(actor).ever(RecordAction.EXPORT)) {
                    throw RecordProblem.refused(RecordAction.EXPORT);
                }
                return records.leaving(actor, form, request.page(from, PAGE));
            });
            for (ObjectNode record : page.records()) {
                writer.record(record);
            }
            rows += page.records().size();
            if (rows > MOST_ROWS) {
                throw ProblemException.of(ExchangeProblem.TOO_MANY);
            }
            Waiting.on(jobs.commit(JobStore.count(leased, "done", page.records().size())));
            after = page.next();
        } while (after.isPresent());
        Actor actor = actors.of(job);
        writer.end(new Watermark(actor.name(), actor.id().value(), clock.instant()));
        return rows;
    }

    private static AuditDraft entry(Job job, CompiledForm form, ExportRequest request, int rows) {
        return AuditDraft.of("record.export-file", "form/" + form.key())
                .with(Map.of(
                        "job",
                        job.id().toString(),
                        "count",
                        rows,
                        "format",
                        request.format().key()))
                .under(form.policy());
    }
}
