package io.jianmi.form.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.thread.Waiting;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.record.BulkRecords;
import io.jianmi.form.record.BulkRecords.Found;
import io.jianmi.form.record.RecordProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings rows into the form by the commands of everybody: as many at once as go, and where the form refuses some, the rest without
 * them. In a rehearsal each command is taken back. For worker threads.
 */
final class ImportStore {

    /** What is wrong with one row and leaves the others alone; anything else ends the import. */
    private static final Set<RecordProblem> OF_ONE_ROW = Set.of(
            RecordProblem.VALIDATION,
            RecordProblem.NOT_UNIQUE,
            RecordProblem.UNIQUE_LIMIT,
            RecordProblem.ACTION_REFUSED,
            RecordProblem.OUTSIDE_WRITE_SCOPE,
            RecordProblem.STALE_VERSION,
            RecordProblem.IN_WORKFLOW,
            RecordProblem.INTEGRITY,
            RecordProblem.ERASED);

    private final BulkRecords records;
    private final JobStore jobs;
    private final JobStore.Leased leased;
    private final Actor actor;
    private final CompiledForm form;
    private final List<RowError> errors;

    /** @param errors where refusals go */
    ImportStore(
            BulkRecords records,
            JobStore jobs,
            JobStore.Leased leased,
            Actor actor,
            CompiledForm form,
            List<RowError> errors) {
        this.records = records;
        this.jobs = jobs;
        this.leased = leased;
        this.actor = actor;
        this.form = form;
        this.errors = errors;
    }

    /** Makes a record of each row. */
    void create(List<ImportRow> rows) {
        if (rows.size() > 1 && !records.uniqueInSight(actor, form)) {
            rows.forEach(row -> create(List.of(row)));
        } else if (!rows.isEmpty()) {
            attempt(rows);
        }
    }

    private void attempt(List<ImportRow> rows) {
        List<ObjectNode> data = rows.stream().map(ImportRow::data).toList();
        List<Integer> lines = rows.stream().map(ImportRow::line).toList();
        try {
            if (leased.job().dryRun()) {
                Waiting.on(records.rehearse(actor, form, data));
                Waiting.on(jobs.commit(JobStore.count(leased, "created", rows.size())));
            } else {
                Waiting.on(records.create(
                        actor,
                        form,
                        data,
                        ids -> List.of(
                                JobStore.rows(leased, lines, ids, 1, true),
                                JobStore.count(leased, "created", ids.size()))));
            }
        } catch (ProblemException refused) {
            refused(rows, refused);
        }
    }

    private void refused(List<ImportRow> rows, ProblemException refused) {
        if (!ofOneRow(refused) || refused.type() == RecordProblem.ACTION_REFUSED) {
            throw refused;
        }
        if (refused.type() == RecordProblem.VALIDATION || refused.type() == RecordProblem.OUTSIDE_WRITE_SCOPE) {
            create(without(rows, refused.findings()));
        } else if (rows.size() == 1) {
            note(rows.get(0).line(), refused, "");
        } else {
            create(rows.subList(0, rows.size() / 2));
            create(rows.subList(rows.size() / 2, rows.size()));
        }
    }

    /** The rows that no finding is about. */
    private List<ImportRow> without(List<ImportRow> rows, List<Finding> findings) {
        List<ImportRow> good = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String prefix = "/records/" + i + "/data";
            List<Finding> own = findings.stream()
                    .filter(finding -> finding.pointer().equals(prefix)
                            || finding.pointer().startsWith(prefix + "/"))
                    .toList();
            int line = rows.get(i).line();
            if (own.isEmpty()) {
                good.add(rows.get(i));
            } else {
                own.forEach(finding -> errors.add(RowError.found(line, finding, prefix)));
            }
        }
        if (good.size() < rows.size()) {
            return good;
        }
        // A finding that names no row, such as a check that must not say what it reads.
        return rows.size() == 1 ? blamed(rows.get(0), findings) : oneByOne(rows);
    }

    private List<ImportRow> blamed(ImportRow row, List<Finding> findings) {
        findings.forEach(finding -> errors.add(RowError.found(row.line(), finding, "/records/0/data")));
        return List.of();
    }

    private List<ImportRow> oneByOne(List<ImportRow> rows) {
        rows.forEach(row -> create(List.of(row)));
        return List.of();
    }

    /** Changes the record that is there. What the actor may not read he replaces unseen, where he may. */
    void update(ImportRow row, Found found) {
        ObjectNode data = Json.NODES.objectNode();
        for (Map.Entry<String, JsonNode> entry : row.data().properties()) {
            data.putObject(entry.getKey()).set("replace", entry.getValue());
        }
        try {
            if (leased.job().dryRun()) {
                Waiting.on(records.rehearse(actor, form, found, data));
                Waiting.on(jobs.commit(JobStore.count(leased, "updated", 1)));
            } else {
                Waiting.on(records.update(
                        actor,
                        form,
                        found,
                        data,
                        List.of(
                                JobStore.rows(
                                        leased, List.of(row.line()), List.of(found.id()), found.version() + 1, false),
                                JobStore.count(leased, "updated", 1))));
            }
        } catch (ProblemException refused) {
            if (!ofOneRow(refused)) {
                throw refused;
            }
            note(row.line(), refused, "/data");
        }
    }

    private void note(int line, ProblemException refused, String prefix) {
        if (refused.findings().isEmpty()) {
            errors.add(RowError.of(line, null, refused.type().code()));
        }
        refused.findings().forEach(finding -> errors.add(RowError.found(line, finding, prefix)));
    }

    private static boolean ofOneRow(ProblemException refused) {
        return refused.type() instanceof RecordProblem problem && OF_ONE_ROW.contains(problem);
    }

    /** Whether the worker lost its job meanwhile: it was cancelled, or another node took it over. */
    static boolean lost(ProblemException refused) {
        return refused.type() == ExchangeProblem.LET_GO;
    }
}
