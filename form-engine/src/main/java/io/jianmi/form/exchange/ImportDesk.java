package io.jianmi.form.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.audit.ReadLog;
import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.time.Ids;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.exchange.sheet.SheetLimits;
import io.jianmi.form.exchange.sheet.SheetReader;
import io.jianmi.form.record.RecordProblem;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Takes a file in. It is read and checked while the request lasts, so that what is no spreadsheet, too large or hostile is refused at
 * once; what stays is sealed rows. For worker threads.
 */
@Singleton
final class ImportDesk {

    static final Duration KEPT = Duration.ofDays(1);

    /** Files read at the same time: each may hold its limit of memory. */
    private static final int AT_ONCE = 2;

    private final CommandPipeline pipeline;
    private final StartJobHandler starting;
    private final Chunks chunks;
    private final Vault vault;
    private final ExchangeWorker worker;
    private final ReadLog reads;
    private final ImportHabits habits;
    private final Ids ids;
    private final InstantSource clock;
    private final Semaphore readers = new Semaphore(AT_ONCE);
    private final SheetReader reader = new SheetReader(SheetLimits.DEFAULT);

    ImportDesk(
            CommandPipeline pipeline,
            StartJobHandler starting,
            Chunks chunks,
            Vault vault,
            ExchangeWorker worker,
            ReadLog reads,
            ImportHabits habits,
            Ids ids,
            InstantSource clock) {
        this.pipeline = pipeline;
        this.starting = starting;
        this.chunks = chunks;
        this.vault = vault;
        this.worker = worker;
        this.reads = reads;
        this.habits = habits;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What an import is to do.
     *
     * @param columns heading to field key, empty to leave a column out
     * @param match key of the field that says which record a row is about; "" when every row makes one
     */
    record Options(ObjectNode columns, String match, boolean dryRun) {}

    /** Before a file is even read: may he? */
    void admit(Actor actor, CompiledForm form) {
        Optional<ProblemException> refusal = RecordProblem.refusal(form.access().matching(actor), RecordAction.IMPORT);
        refusal.ifPresent(problem -> {
            reads.refused(
                    actor, AuditDraft.of("record.import", "form/" + form.key()).under(form.policy()), problem);
            throw problem;
        });
    }

    Job start(Actor actor, String app, CompiledForm form, byte[] file, Options options) {
        admit(actor, form);
        return reading(() -> read(actor, app, form, file, options));
    }

    /** Reads the file to its end, keeps nothing of it, and says what it might be mapped to. */
    ObjectNode look(Actor actor, String app, CompiledForm form, byte[] file) {
        admit(actor, form);
        FirstRows first = new FirstRows();
        reading(() -> {
            reader.read(file, first);
            return first;
        });
        Grants grants = form.access().matching(actor);
        JsonNode said = Waiting.on(habits.of(actor, app, form));
        ObjectNode view = Json.NODES.objectNode().put("rows", first.rows());
        List<Optional<String>> likely =
                ColumnMapping.likely(first.heading(), said.path("columns"), ColumnMapping.known(form, grants));
        ArrayNode columns = view.putArray("columns");
        for (int i = 0; i < first.heading().size(); i++) {
            ObjectNode column = columns.addObject()
                    .put("column", ColumnMapping.letters(i))
                    .put("heading", first.heading().get(i).asText("").strip());
            first.samples(i).forEach(column.putArray("samples")::add);
            column.put("field", likely.get(i).orElse(null));
        }
        List<CompiledField> fields = ColumnMapping.fillable(form, grants);
        fields.forEach(fieldsOf(view, "fields"));
        List<CompiledField> matchable = fields.stream()
                .filter(field -> ColumnMapping.comparable(field, grants))
                .toList();
        matchable.forEach(fieldsOf(view, "matchable"));
        String match = said.path("match").asText("");
        boolean still = matchable.stream().anyMatch(field -> field.key().equals(match));
        return view.put("match", still ? match : "").put("remembered", !said.isMissingNode());
    }

    private static Consumer<CompiledField> fieldsOf(ObjectNode view, String name) {
        ArrayNode keys = view.putArray(name);
        return field -> keys.add(field.key());
    }

    private <T> T reading(Supplier<T> work) {
        if (!readers.tryAcquire()) {
            throw ProblemException.of(ExchangeProblem.BUSY);
        }
        try {
            return work.get();
        } finally {
            readers.release();
        }
    }

    private Job read(Actor actor, String app, CompiledForm form, byte[] file, Options options) {
        UUID subject = Waiting.on(vault.newSubject(actor.tenant()));
        Chunks.Owner owner = new Chunks.Owner(actor.tenant(), ids.next(), subject);
        Grants grants = form.access().matching(actor);
        List<CompiledField> fields = ColumnMapping.known(form, grants);
        Upload upload = new Upload(chunks, owner, options.columns(), fields);
        try {
            reader.read(file, upload);
            upload.finish();
            matchable(options.match(), upload.mapping());
        } catch (ProblemException refused) {
            Waiting.on(chunks.clear(owner).chain(() -> vault.destroy(owner.tenant(), subject)));
            throw refused;
        }
        ObjectNode stored = Json.NODES.objectNode().put("match", options.match());
        stored.set("mapping", upload.mapping().json());
        byte[] sealed = Waiting.on(vault.seal(owner.tenant(), owner.job(), subject, JobOptions.PLACE, stored));
        Job job = job(actor, app, form, owner, sealed, options.dryRun(), upload);
        Job started = Waiting.on(pipeline.run(starting, new StartJob(form, job, "sheet"), actor));
        Waiting.on(habits.remember(actor, app, form, options));
        worker.wake(actor.tenant());
        return started;
    }

    private static void matchable(String match, ColumnMapping mapping) {
        if (!match.isEmpty() && !mapping.leadsTo(match)) {
            throw ProblemException.of(
                    ExchangeProblem.MAPPING, List.of(Finding.error("import.match-unmapped", "/match")));
        }
    }

    private Job job(
            Actor actor,
            String app,
            CompiledForm form,
            Chunks.Owner owner,
            byte[] options,
            boolean dryRun,
            Upload upload) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Job(
                actor.tenant(),
                owner.job(),
                Job.Kind.IMPORT,
                app,
                form.key(),
                actor.id().value(),
                Job.Status.WAITING,
                dryRun,
                owner.subject(),
                options,
                now,
                now.plus(KEPT),
                false,
                0,
                upload.parts(),
                Optional.of(upload.rows()),
                new Job.Counts(0, 0, 0, 0, 0, 0),
                Optional.empty());
    }
}
