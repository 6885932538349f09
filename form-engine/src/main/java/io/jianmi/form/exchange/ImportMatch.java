package io.jianmi.form.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.thread.Waiting;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.field.Report;
import io.jianmi.form.record.BulkRecords;
import io.jianmi.form.record.BulkRecords.Found;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the record that a row is about, by the value of one field, under the access of whoever imports. */
final class ImportMatch {

    private final BulkRecords records;
    private final Actor actor;
    private final CompiledForm form;
    private final CompiledField field;
    private final List<RowError> errors;

    ImportMatch(BulkRecords records, Actor actor, CompiledForm form, CompiledField field, List<RowError> errors) {
        this.records = records;
        this.actor = actor;
        this.form = form;
        this.field = field;
        this.errors = errors;
    }

    /** A row and the record it is about, if there is one. */
    record Matched(ImportRow row, Optional<Found> found) {}

    /**
     * Rows in waves: those of one wave are about different records, so that a value that stands twice in the file makes one record
     * and then changes it.
     */
    List<List<ImportRow>> waves(List<ImportRow> rows) {
        Map<JsonNode, Integer> seen = new HashMap<>();
        Map<Integer, List<ImportRow>> waves = new LinkedHashMap<>();
        for (ImportRow row : rows) {
            stored(row)
                    .ifPresent(value -> waves.computeIfAbsent(
                                    seen.merge(value, 1, Integer::sum), wave -> new ArrayList<>())
                            .add(row));
        }
        return List.copyOf(waves.values());
    }

    /** Without the value the row cannot say which record it is about. */
    private Optional<JsonNode> stored(ImportRow row) {
        JsonNode sent = row.data().path(field.key());
        List<Finding> findings = new ArrayList<>();
        Optional<JsonNode> value = sent.isMissingNode()
                ? Optional.empty()
                : field.read(sent, new Report("/" + field.key(), findings)).filter(read -> !read.isNull());
        if (value.isEmpty() && findings.isEmpty()) {
            errors.add(RowError.of(row.line(), field.key(), "import.match-missing"));
        }
        findings.forEach(finding -> errors.add(RowError.found(row.line(), finding, "")));
        return value;
    }

    List<Matched> match(List<ImportRow> rows) {
        List<JsonNode> values =
                rows.stream().flatMap(row -> value(row.data()).stream()).toList();
        Map<JsonNode, List<Found>> known = Waiting.on(records.find(actor, form, field, values));
        List<Matched> matched = new ArrayList<>();
        for (ImportRow row : rows) {
            List<Found> found = value(row.data()).map(known::get).orElse(null);
            if (found != null && found.size() > 1) {
                errors.add(RowError.of(row.line(), field.key(), "import.match-ambiguous"));
            } else {
                matched.add(new Matched(
                        row, found == null || found.isEmpty() ? Optional.empty() : Optional.of(found.get(0))));
            }
        }
        return matched;
    }

    private Optional<JsonNode> value(ObjectNode data) {
        return field.read(data.path(field.key()), new Report("", new ArrayList<>()));
    }
}
