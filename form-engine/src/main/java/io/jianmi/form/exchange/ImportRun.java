package io.jianmi.form.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.thread.Waiting;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.design.CompiledForms;
import io.jianmi.form.field.Report;
import io.jianmi.form.record.BulkRecords;
import io.jianmi.form.record.RecordProblem;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Carries on an import from its first chunk that is not done. What a chunk had stored before the node died stands in its rows, which
 * were written with the records, so it is not stored again. Who he is and what he may is looked up anew for every
 * chunk, and so is the newest version of the form.
 */
@Singleton
final class ImportRun {

    /** How often a version of the form may come while one chunk is stored. */
    private static final int VERSIONS_MEANWHILE = 3;

    private final BulkRecords records;
    private final JobStore jobs;
    private final Chunks chunks;
    private final JobActors actors;
    private final JobOptions options;
    private final ImportNames names;

    ImportRun(
            BulkRecords records,
            JobStore jobs,
            Chunks chunks,
            JobActors actors,
            JobOptions options,
            ImportNames names) {
        this.records = records;
        this.jobs = jobs;
        this.chunks = chunks;
        this.actors = actors;
        this.options = options;
        this.names = names;
    }

    void run(JobStore.Leased leased) {
        Job job = leased.job();
        JsonNode opened = options.open(job);
        Map<String, Set<JsonNode>> seen = new HashMap<>();
        int chunk = job.dryRun() ? rehearseFromTheStart(leased, seen) : job.nextChunk();
        int rehearsed = 0;
        for (int versions = 0; chunk < job.chunks(); ) {
            try {
                CompiledForm form = actors.form(job);
                if (job.dryRun() && chunk > 0 && form.version() != rehearsed) {
                    // What the version before took of the first rows, this one may refuse.
                    chunk = rehearseFromTheStart(leased, seen);
                }
                rehearsed = form.version();
                chunk(leased, form, opened, chunk, seen);
                chunk++;
                versions = 0;
            } catch (ProblemException refused) {
                versions++;
                if (!CompiledForms.outdated(refused) || versions > VERSIONS_MEANWHILE) {
                    throw refused;
                }
                actors.newVersion(job);
                // What the chunk had stored stands in its rows; a rehearsal has only its counts.
                chunk = job.dryRun() ? rehearseFromTheStart(leased, seen) : chunk;
            }
        }
        Waiting.on(jobs.end(leased, Job.Status.DONE, Optional.empty(), Optional.empty()));
    }

    private int rehearseFromTheStart(JobStore.Leased leased, Map<String, Set<JsonNode>> seen) {
        Waiting.on(jobs.restart(leased));
        seen.clear();
        return 0;
    }

    private void chunk(
            JobStore.Leased leased, CompiledForm form, JsonNode opened, int chunk, Map<String, Set<JsonNode>> seen) {
        Job job = leased.job();
        JsonNode rows = Waiting.on(chunks.get(Vault.Owner.of(job), chunk));
        Actor actor = actors.of(job);
        if (!form.access().matching(actor).ever(RecordAction.IMPORT)) {
            throw RecordProblem.refused(RecordAction.IMPORT);
        }
        List<RowError> errors = new ArrayList<>();
        List<ImportRow> read = names.resolved(
                actor, form, read(job, form, ColumnMapping.of(opened.path("mapping")), rows, errors), errors);
        if (job.dryRun()) {
            read = withoutRepeats(form, read, seen, errors);
        }
        ImportStore store = new ImportStore(records, jobs, leased, actor, form, errors);
        Optional<CompiledField> match = form.field(opened.path("match").asText(""));
        if (match.isPresent()) {
            upsert(new ImportMatch(records, actor, form, match.get(), errors), store, read);
        } else {
            store.create(read);
        }
        Waiting.on(jobs.chunkDone(leased, chunk, rows.size(), errors));
    }

    /** Rows of the chunk that can be read and are not stored yet. */
    private List<ImportRow> read(
            Job job, CompiledForm form, ColumnMapping mapping, JsonNode rows, List<RowError> errors) {
        Set<Integer> stored = job.dryRun()
                ? Set.of()
                : Waiting.on(jobs.stored(
                        job,
                        rows.path(0).path(0).asInt(),
                        rows.path(rows.size() - 1).path(0).asInt()));
        List<ImportRow> read = new ArrayList<>();
        for (JsonNode row : rows) {
            int line = row.path(0).asInt();
            List<JsonNode> cells = new ArrayList<>();
            row.forEach(cells::add);
            int before = errors.size();
            ObjectNode data = mapping.data(form, line, cells.subList(1, cells.size()), errors);
            if (errors.size() == before && !stored.contains(line)) {
                read.add(new ImportRow(line, data));
            }
        }
        return read;
    }

    private static void upsert(ImportMatch match, ImportStore store, List<ImportRow> rows) {
        for (List<ImportRow> wave : match.waves(rows)) {
            List<ImportRow> fresh = new ArrayList<>();
            for (ImportMatch.Matched matched : match.match(wave)) {
                if (matched.found().isPresent()) {
                    store.update(matched.row(), matched.found().get());
                } else {
                    fresh.add(matched.row());
                }
            }
            store.create(fresh);
        }
    }

    /** A rehearsal stores nothing, so what stands twice in the file it must see by itself. */
    private static List<ImportRow> withoutRepeats(
            CompiledForm form, List<ImportRow> rows, Map<String, Set<JsonNode>> seen, List<RowError> errors) {
        List<CompiledField> unique = form.columns().stream()
                .filter(field -> field.definition().unique())
                .toList();
        List<ImportRow> first = new ArrayList<>();
        for (ImportRow row : rows) {
            boolean repeated = false;
            for (CompiledField field : unique) {
                Optional<JsonNode> value = field.read(row.data().path(field.key()), new Report("", new ArrayList<>()));
                if (value.isPresent()
                        && !value.get().isNull()
                        && !seen.computeIfAbsent(field.key(), key -> new HashSet<>())
                                .add(value.get())) {
                    errors.add(RowError.of(row.line(), field.key(), "field.not-unique"));
                    repeated = true;
                }
            }
            if (!repeated) {
                first.add(row);
            }
        }
        return first;
    }

    /** The problem that ends the job, or empty when the worker only has to let go of it. */
    static Optional<String> ending(ProblemException refused) {
        return ImportStore.lost(refused)
                ? Optional.empty()
                : Optional.of(
                        refused.findings().isEmpty()
                                ? refused.type().code()
                                : refused.findings().get(0).code());
    }
}
