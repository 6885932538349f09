package io.jianmi.form.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.json.Pointer;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.exchange.sheet.SheetColumn;
import io.jianmi.form.exchange.sheet.SheetFormat;
import io.jianmi.form.exchange.sheet.Template;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What goes with an import: its options, the template to fill in, the file of its errors. */
@Singleton
final class ImportPapers {

    private static final Set<String> KEYS = Set.of("columns", "match");

    /** @param text {@code {"columns": {"<heading>": "<field key>"}, "match": "<field key>"}} */
    ImportDesk.Options options(String text, boolean dryRun) {
        JsonNode read = parse(text);
        List<Finding> findings = new ArrayList<>();
        if (!read.isObject()) {
            throw ProblemException.of(ExchangeProblem.OPTIONS, List.of(Finding.error("request.not-an-object", "")));
        }
        for (Map.Entry<String, JsonNode> entry : read.properties()) {
            if (!KEYS.contains(entry.getKey())) {
                findings.add(Finding.error("request.unknown-property", Pointer.child("", entry.getKey())));
            }
        }
        JsonNode columns = read.path("columns");
        if (!columns.isMissingNode() && !columns.isObject()) {
            findings.add(Finding.error("request.not-an-object", "/columns"));
        }
        if (!findings.isEmpty()) {
            throw ProblemException.of(ExchangeProblem.OPTIONS, findings);
        }
        ObjectNode wanted = columns.isObject() ? (ObjectNode) columns : Json.NODES.objectNode();
        return new ImportDesk.Options(wanted, read.path("match").asText(""), dryRun);
    }

    private static JsonNode parse(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw ProblemException.of(ExchangeProblem.OPTIONS, List.of(Finding.error("request.malformed-json", "")));
        }
    }

    /** An empty file with a column for each field that the actor may fill in. */
    Response template(Actor actor, CompiledForm form, String format, String locale) {
        SheetFormat wanted = SheetFormat.parse(format)
                .filter(known -> known != SheetFormat.JSON)
                .orElseThrow(() -> ProblemException.of(
                        ExchangeProblem.OPTIONS, List.of(Finding.error("export.unknown-format", "/format"))));
        List<SheetColumn> columns = ColumnMapping.fillable(form, form.access().matching(actor)).stream()
                .map(field -> new SheetColumn(field.key(), field.title().in(locale, field.key()), Optional.empty()))
                .toList();
        return file(Template.of(wanted, columns), wanted.mediaType(), form.key() + "-template." + wanted.key());
    }

    Response errors(Actor actor, CompiledForm form, List<RowError> errors, String locale) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("row", "column", "code"));
        for (RowError error : errors) {
            ObjectNode view = JobDesk.error(actor, form, error, locale);
            rows.add(List.of(
                    view.path("row").asText(),
                    view.path("column").asText(""),
                    view.path("code").asText()));
        }
        return file(Template.rows(rows), SheetFormat.CSV.mediaType(), form.key() + "-errors.csv");
    }

    private static Response file(byte[] bytes, String mediaType, String name) {
        return Response.ok(bytes)
                .type(mediaType)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
