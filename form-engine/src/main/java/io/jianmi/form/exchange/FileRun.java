package io.jianmi.form.exchange;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.audit.ReadLog;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.thread.Waiting;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Has the files of other packages written into sealed pieces. For worker threads. */
@Singleton
final class FileRun {

    private final List<FileWork> works;
    private final JobStore jobs;
    private final Chunks chunks;
    private final JobActors actors;
    private final JobOptions options;
    private final ReadLog reads;

    FileRun(
            @All List<FileWork> works,
            JobStore jobs,
            Chunks chunks,
            JobActors actors,
            JobOptions options,
            ReadLog reads) {
        this.works = List.copyOf(works);
        this.jobs = jobs;
        this.chunks = chunks;
        this.actors = actors;
        this.options = options;
        this.reads = reads;
    }

    void run(JobStore.Leased leased) {
        Job job = leased.job();
        FileWork work = works.stream()
                .filter(one -> one.kind().equals(job.kind().key()))
                .findFirst()
                .orElseThrow();
        Waiting.on(jobs.restart(leased));
        Waiting.on(chunks.clear(Vault.Owner.of(job)));
        Actor actor = actors.of(job);
        SealedOutput out = new SealedOutput(chunks, leased);
        AuditDraft entry;
        try {
            entry = work.write(actor, job.id(), options.open(job), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int parts = out.finish();
        Waiting.on(reads.before(actor, entry));
        Waiting.on(jobs.end(leased, Job.Status.DONE, Optional.empty(), Optional.of(parts)));
    }
}
