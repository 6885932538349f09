package io.jianmi.form.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.ReadLog;
import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.time.Ids;
import io.jianmi.form.compile.CompiledForm;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Jobs as their owner sees them. Nobody else's exist for him. */
@Singleton
final class JobDesk {

    /** Errors in an answer; the file of errors has all. */
    private static final int ERRORS = 100;

    /** Imports in a list. */
    private static final int RECENT = 20;

    private static final Duration TICK = Duration.ofMillis(500);

    private final JobStore jobs;
    private final CommandPipeline pipeline;
    private final ContinueImportHandler continuing;
    private final ReadLog reads;

    JobDesk(JobStore jobs, CommandPipeline pipeline, ContinueImportHandler continuing, ReadLog reads) {
        this.jobs = jobs;
        this.pipeline = pipeline;
        this.continuing = continuing;
        this.reads = reads;
    }

    /** A job of the actor's; missing to whoever may not start one any more. That it is refused leaves an entry. */
    Uni<Job> own(Actor actor, String app, CompiledForm form, Job.Kind kind, String id) {
        return Ids.parse(id)
                .map(known -> jobs.find(actor.tenant(), known))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .map(found -> found.filter(job -> job.kind() == kind
                                && job.app().equals(app)
                                && job.form().equals(form.key())
                                && job.actor().equals(actor.id().value())
                                && form.access().matching(actor).ever(kind.action()))
                        .orElseThrow(() -> missing(actor, form, kind)));
    }

    private ProblemException missing(Actor actor, CompiledForm form, Job.Kind kind) {
        ProblemException problem = ProblemException.of(CommonProblem.NOT_FOUND);
        reads.refused(actor, StartJob.entry(form, kind), problem);
        return problem;
    }

    Uni<ObjectNode> recent(Actor actor, String app, CompiledForm form) {
        return jobs.imports(actor, app, form.key(), RECENT).map(found -> {
            ObjectNode page = Json.NODES.objectNode();
            ArrayNode items = page.putArray("items");
            found.forEach(job -> items.add(summary(job)));
            return page.putNull("next");
        });
    }

    /** The job as it stands, with its first errors. */
    Uni<ObjectNode> view(Actor actor, CompiledForm form, Job job, String locale) {
        return jobs.errors(job, ERRORS).map(errors -> {
            ObjectNode view = summary(job);
            ArrayNode array = view.putArray("errors");
            errors.forEach(error -> array.add(error(actor, form, error, locale)));
            return view;
        });
    }

    /** How far it is, until it has ended. */
    Multi<ObjectNode> progress(Job job) {
        return Multi.createBy()
                .repeating()
                .uni(() -> jobs.find(job.tenant(), job.id()).map(found -> found.orElse(job)))
                .withDelay(TICK)
                .whilst(now -> now.status().open())
                .map(JobDesk::summary);
    }

    static ObjectNode summary(Job job) {
        ObjectNode view = Json.NODES
                .objectNode()
                .put("id", job.id().toString())
                .put("kind", job.kind().key())
                .put("form", job.form())
                .put("status", job.status().key())
                .put("dryRun", job.dryRun())
                .put("total", job.total().orElse(null))
                .put("done", job.counts().done());
        if (job.kind() == Job.Kind.IMPORT) {
            view.put("created", job.counts().created())
                    .put("updated", job.counts().updated())
                    .put("failed", job.counts().failed())
                    .put("undone", job.counts().undone())
                    .put("kept", job.counts().kept());
        }
        return view.put("problem", job.problem().orElse(null))
                .put("createdAt", job.createdAt().toString())
                .put("expiresAt", job.expiresAt().toString());
    }

    /** A field that he may not know of any more is not named. */
    static ObjectNode error(Actor actor, CompiledForm form, RowError error, String locale) {
        ObjectNode view = Json.NODES.objectNode().put("row", error.line());
        Optional<String> field = Optional.ofNullable(error.field())
                .filter(key -> ColumnMapping.known(form, form.access().matching(actor)).stream()
                        .anyMatch(known -> known.key().equals(key)));
        view.put("field", field.orElse(null));
        view.put(
                "column",
                field.flatMap(form::field)
                        .map(known -> known.title().in(locale, known.key()))
                        .orElse(null));
        view.put("code", error.code());
        view.set("params", Json.MAPPER.valueToTree(error.params()));
        return view;
    }

    Uni<List<RowError>> errors(Job job) {
        return jobs.errors(job, Integer.MAX_VALUE);
    }

    /** Asks it to stop; the job as it stands then. */
    Uni<ObjectNode> cancel(Job job) {
        return jobs.cancel(job).chain(() -> jobs.find(job.tenant(), job.id())).map(found -> summary(found.orElse(job)));
    }

    /** Goes on with an import; refused where it does not stand so. */
    Uni<Job> go(Actor actor, CompiledForm form, Job job, ContinueImport.Step step) {
        return pipeline.run(continuing, new ContinueImport(form, job, step), actor)
                .chain(id -> jobs.find(job.tenant(), id))
                .map(Optional::orElseThrow);
    }
}
