package io.jianmi.form.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.ReadLog;
import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.time.Ids;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.record.RecordProblem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Starts jobs: what one is to do is sealed under keys of its own, a command makes it, and a worker is woken. */
@Singleton
final class JobStarter {

    /** How long what was sent or written is kept. */
    static final Duration KEPT = Duration.ofDays(1);

    private final CommandPipeline pipeline;
    private final StartJobHandler starting;
    private final JobStore jobs;
    private final Vault vault;
    private final Idempotency idempotency;
    private final ReadLog reads;
    private final ExchangeWorker worker;
    private final Ids ids;
    private final InstantSource clock;

    JobStarter(
            CommandPipeline pipeline,
            StartJobHandler starting,
            JobStore jobs,
            Vault vault,
            Idempotency idempotency,
            ReadLog reads,
            ExchangeWorker worker,
            Ids ids,
            InstantSource clock) {
        this.pipeline = pipeline;
        this.starting = starting;
        this.jobs = jobs;
        this.vault = vault;
        this.idempotency = idempotency;
        this.reads = reads;
        this.worker = worker;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What a job is to do.
     *
     * @param format of the file, for the entry
     * @param options in clear
     * @param request the caller's key for this request
     * @param chunks pieces that are there already
     * @param rows in them, when that is known
     */
    record Order(
            Job.Kind kind,
            String app,
            CompiledForm form,
            boolean dryRun,
            String format,
            JsonNode options,
            Optional<Idempotency.Request> request,
            int chunks,
            Optional<Integer> rows) {}

    /** Before anything else about the request: may he? */
    void admit(Actor actor, CompiledForm form, Job.Kind kind) {
        RecordProblem.refusal(form.access().matching(actor), kind.action()).ifPresent(problem -> {
            reads.refused(actor, StartJob.entry(form, kind), problem);
            throw problem;
        });
    }

    /**
     * A request that starts a job, by the caller's key for it.
     *
     * @param said what else it says
     */
    static Idempotency.Request request(
            String key, Job.Kind kind, String app, CompiledForm form, JsonNode said, byte[] file) {
        ObjectNode head = Json.NODES.objectNode();
        head.put("start", kind.key()).put("app", app).put("form", form.key()).set("said", said);
        return Idempotency.Request.of(key, Idempotency.Request.said(head), file);
    }

    /** Starts it, or answers the job that the same request has started before, as it stands now. */
    Uni<Job> once(Actor actor, Optional<Idempotency.Request> request, Supplier<Uni<Job>> now) {
        return idempotency.once(actor, request, made -> started(actor, made), now);
    }

    private Uni<Job> started(Actor actor, List<UUID> made) {
        return jobs.find(actor.tenant(), made.get(0))
                .map(found -> found.orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND)));
    }

    /** The job that the same request has started before, as it stands now. */
    Uni<Optional<Job>> earlier(Actor actor, Optional<Idempotency.Request> request) {
        return idempotency
                .earlier(actor, request)
                .chain(made -> made.map(ids -> started(actor, ids).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /** Place and keys of a new job. */
    Uni<Vault.Owner> owner(Actor actor) {
        return vault.newSubject(actor.tenant()).map(subject -> new Vault.Owner(actor.tenant(), ids.next(), subject));
    }

    Uni<Job> start(Actor actor, Vault.Owner owner, Order order) {
        return vault.seal(owner, JobOptions.PLACE, order.options())
                .map(options ->
                        new StartJob(order.form(), job(actor, owner, order, options), order.format(), order.request()))
                .chain(command -> pipeline.run(starting, command, actor))
                .invoke(job -> worker.wake(job.tenant()));
    }

    private Job job(Actor actor, Vault.Owner owner, Order order, byte[] options) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Job(
                owner.tenant(),
                owner.job(),
                order.kind(),
                order.app(),
                order.form().key(),
                actor.id().value(),
                Job.Status.WAITING,
                order.dryRun(),
                owner.subject(),
                options,
                now,
                now.plus(KEPT),
                false,
                0,
                order.chunks(),
                order.rows(),
                new Job.Counts(0, 0, 0, 0, 0, 0),
                Optional.empty());
    }
}
