package io.jianmi.form.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.time.Ids;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.record.BulkRecords;
import io.jianmi.form.record.RecordProblem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes the order for an export; what cannot be had is refused at once. */
@Singleton
final class ExportDesk {

    private final CommandPipeline pipeline;
    private final StartJobHandler starting;
    private final BulkRecords records;
    private final Vault vault;
    private final ExchangeWorker worker;
    private final Ids ids;
    private final InstantSource clock;

    ExportDesk(
            CommandPipeline pipeline,
            StartJobHandler starting,
            BulkRecords records,
            Vault vault,
            ExchangeWorker worker,
            Ids ids,
            InstantSource clock) {
        this.pipeline = pipeline;
        this.starting = starting;
        this.records = records;
        this.vault = vault;
        this.worker = worker;
        this.ids = ids;
        this.clock = clock;
    }

    Uni<Job> start(Actor actor, String app, CompiledForm form, ObjectNode body) {
        List<Finding> findings = new ArrayList<>();
        ExportRequest request = ExportRequest.parse(body, findings);
        Grants grants = form.access().matching(actor);
        boolean may = RecordProblem.refusal(grants, RecordAction.EXPORT).isEmpty();
        if (may && Finding.anyBlocks(findings)) {
            throw ProblemException.of(ExchangeProblem.EXPORT_INVALID, findings);
        }
        if (may) {
            request.refuseClear(form, grants);
        }
        // Who may not is refused by the command, which leaves the entry; a filter that is refused is refused by a page.
        Uni<?> tried = may
                ? records.leaving(actor, form, request.page(Optional.empty(), 1))
                : Uni.createFrom().voidItem();
        UUID id = ids.next();
        return tried.chain(() -> vault.newSubject(actor.tenant()))
                .chain(subject -> vault.seal(actor.tenant(), id, subject, JobOptions.PLACE, body)
                        .chain(options -> pipeline.run(
                                starting,
                                new StartJob(
                                        form,
                                        job(actor, app, form, id, subject, options),
                                        request.format().key()),
                                actor)))
                .invoke(() -> worker.wake(actor.tenant()));
    }

    private Job job(Actor actor, String app, CompiledForm form, UUID id, UUID subject, byte[] options) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Job(
                actor.tenant(),
                id,
                Job.Kind.EXPORT,
                app,
                form.key(),
                actor.id().value(),
                Job.Status.WAITING,
                false,
                subject,
                options,
                now,
                now.plus(ImportDesk.KEPT),
                false,
                0,
                0,
                Optional.empty(),
                new Job.Counts(0, 0, 0, 0, 0, 0),
                Optional.empty());
    }
}
