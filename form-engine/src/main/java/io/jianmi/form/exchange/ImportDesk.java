package io.jianmi.form.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.thread.Waiting;
import io.jianmi.form.access.Grants;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.exchange.sheet.SheetLimits;
import io.jianmi.form.exchange.sheet.SheetReader;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Takes a file in. It is read and checked while the request lasts, so that what is no spreadsheet, too large or hostile is refused at
 * once; what stays is sealed rows. For worker threads.
 */
@Singleton
final class ImportDesk {

    private static final Logger LOG = Logger.getLogger(ImportDesk.class);

    /** Files read at the same time: each may hold its limit of memory. */
    private static final int AT_ONCE = 2;

    private final JobStarter starter;
    private final Chunks chunks;
    private final Vault vault;
    private final ImportHabits habits;
    private final Semaphore readers = new Semaphore(AT_ONCE);
    private final SheetReader reader = new SheetReader(SheetLimits.DEFAULT);

    ImportDesk(JobStarter starter, Chunks chunks, Vault vault, ImportHabits habits) {
        this.starter = starter;
        this.chunks = chunks;
        this.vault = vault;
        this.habits = habits;
    }

    /**
     * What an import is to do.
     *
     * @param columns heading to field key, empty to leave a column out
     * @param match key of the field that says which record a row is about; "" when every row makes one
     */
    record Options(ObjectNode columns, String match, boolean dryRun) {

        private ObjectNode json() {
            ObjectNode json = Json.NODES.objectNode().put("match", match).put("dryRun", dryRun);
            json.set("columns", columns);
            return json;
        }
    }

    /** Before a file is even read: may he? */
    void admit(Actor actor, CompiledForm form) {
        starter.admit(actor, form, Job.Kind.IMPORT);
    }

    /** @param key the caller's for this request: the same with the same file and options starts nothing twice */
    Job start(Actor actor, String app, CompiledForm form, byte[] file, Options options, Optional<String> key) {
        admit(actor, form);
        Optional<Idempotency.Request> request =
                key.map(word -> JobStarter.request(word, Job.Kind.IMPORT, app, form, options.json(), file));
        return Waiting.on(starter.earlier(actor, request)).orElseGet(() -> {
            Job started = reading(() -> read(actor, app, form, file, options, request));
            remember(actor, app, form, options, started);
            return started;
        });
    }

    /** That it cannot be remembered is no reason to say that the import did not start. */
    private void remember(Actor actor, String app, CompiledForm form, Options options, Job started) {
        try {
            Waiting.on(habits.remember(actor, app, form, options));
        } catch (RuntimeException failure) {
            LOG.warnf(
                    "import.habit-not-kept job=%s %s",
                    started.id(), failure.getClass().getName());
        }
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

    private Job read(
            Actor actor,
            String app,
            CompiledForm form,
            byte[] file,
            Options options,
            Optional<Idempotency.Request> request) {
        Vault.Owner owner = Waiting.on(starter.owner(actor));
        List<CompiledField> fields = ColumnMapping.known(form, form.access().matching(actor));
        Upload upload = new Upload(chunks, owner, options.columns(), fields);
        try {
            reader.read(file, upload);
            upload.finish();
            matchable(options.match(), upload.mapping());
            ObjectNode stored = Json.NODES.objectNode().put("match", options.match());
            stored.set("mapping", upload.mapping().json());
            JobStarter.Order order = new JobStarter.Order(
                    Job.Kind.IMPORT,
                    app,
                    form,
                    options.dryRun(),
                    "sheet",
                    stored,
                    request,
                    upload.parts(),
                    Optional.of(upload.rows()));
            return Waiting.on(starter.start(actor, owner, order));
        } catch (ProblemException refused) {
            Waiting.on(chunks.clear(owner).chain(() -> vault.destroy(owner)));
            throw refused;
        }
    }

    private static void matchable(String match, ColumnMapping mapping) {
        if (!match.isEmpty() && !mapping.leadsTo(match)) {
            throw ProblemException.of(
                    ExchangeProblem.MAPPING, List.of(Finding.error("import.match-unmapped", "/match")));
        }
    }
}
