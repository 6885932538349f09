package io.jianmi.form.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.json.Pointer;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.Grants;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.DerivedResult;
import io.jianmi.form.exchange.sheet.SheetColumn;
import io.jianmi.form.exchange.sheet.SheetFormat;
import io.jianmi.form.field.Importable;
import io.jianmi.form.field.SheetShape;
import io.jianmi.form.field.TypedField;
import io.jianmi.form.query.RecordListRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an export is to hold: {@code {"format", "filter", "sort", "fields", "clear", "locale"}}.
 *
 * @param query filter, order and fields, as of a list
 * @param locale of the headings (BCP 47)
 * @param body as it was sent
 */
record ExportRequest(SheetFormat format, RecordListRequest query, List<String> clear, String locale, ObjectNode body) {

    private static final Set<String> KEYS = Set.of("format", "filter", "sort", "fields", "clear", "locale");

    static ExportRequest parse(ObjectNode body, List<Finding> findings) {
        for (Map.Entry<String, JsonNode> entry : body.properties()) {
            if (!KEYS.contains(entry.getKey())) {
                findings.add(Finding.error("query.unknown-property", Pointer.child("", entry.getKey())));
            }
        }
        Optional<SheetFormat> format = SheetFormat.parse(body.path("format").asText(SheetFormat.XLSX.key()));
        if (format.isEmpty()) {
            findings.add(Finding.error("export.unknown-format", "/format"));
        }
        List<String> clear = new ArrayList<>();
        body.path("clear").forEach(field -> clear.add(field.asText()));
        ObjectNode query = Json.NODES.objectNode();
        for (String key : List.of("filter", "sort", "fields")) {
            if (body.has(key)) {
                query.set(key, body.get(key));
            }
        }
        return new ExportRequest(
                format.orElse(SheetFormat.XLSX),
                RecordListRequest.parse(query, findings),
                List.copyOf(clear),
                body.path("locale").asText("zh-CN"),
                body);
    }

    static ExportRequest stored(JsonNode options) {
        return parse((ObjectNode) options, new ArrayList<>());
    }

    RecordListRequest page(Optional<String> after, int limit) {
        return new RecordListRequest(query.filter(), query.sort(), query.fields(), limit, after, false, false, false);
    }

    /** Columns in the order asked for, else in that of the form; of fields that the exporting groups could ever show. */
    List<SheetColumn> columns(CompiledForm form, Actor actor) {
        Grants grants = form.access().matching(actor);
        List<CompiledField> fields = query.fields()
                .map(keys ->
                        keys.stream().flatMap(key -> form.field(key).stream()).toList())
                .orElseGet(() -> List.copyOf(form.fields()));
        return fields.stream()
                .filter(field -> grants.leaving(field.key()) != FieldAccess.HIDDEN)
                .map(field -> new SheetColumn(field.key(), field.title().in(locale, field.key()), shape(form, field)))
                .toList();
    }

    /** The most that could leave of what a derived field reads. */
    private static FieldAccess leavingThere(CompiledForm form, CompiledField field, Actor actor) {
        return DerivedResult.of(form, field)
                .flatMap(result -> result.source()
                        .filter(source -> result.form() != form)
                        .map(source -> result.form().access().matching(actor).leaving(source.path())))
                .orElse(FieldAccess.EDIT);
    }

    private static Optional<SheetShape> shape(CompiledForm form, CompiledField field) {
        TypedField<?> type = field.derived()
                ? DerivedResult.of(form, field)
                        .<TypedField<?>>map(DerivedResult::type)
                        .orElse(field.type())
                : field.type();
        return type.capability(Importable.class).map(Importable::shape);
    }

    /** What was asked for in clear and does not leave so; a field that he may not know of is unknown first of all. */
    void refuseClear(CompiledForm form, Actor actor) {
        Grants grants = form.access().matching(actor);
        for (int i = 0; i < clear.size(); i++) {
            String key = clear.get(i);
            FieldAccess access = form.field(key)
                    .map(field -> grants.leaving(key).min(leavingThere(form, field, actor)))
                    .orElse(FieldAccess.HIDDEN);
            Sensitivity level = form.field(key).map(CompiledField::level).orElse(Sensitivity.SECRET);
            if (access == FieldAccess.HIDDEN) {
                throw ProblemException.of(
                        ExchangeProblem.EXPORT_INVALID, List.of(Finding.error("field.unknown", "/clear/" + i)));
            }
            if (!access.atLeast(FieldAccess.READ)) {
                throw ProblemException.of(
                        switch (level) {
                            case SECRET -> ExchangeProblem.CLEAR_NEVER;
                            case SENSITIVE -> ExchangeProblem.CLEAR_APPROVAL;
                            case PUBLIC, INTERNAL, PERSONAL -> ExchangeProblem.CLEAR_REFUSED;
                        },
                        Map.of("field", key));
            }
        }
    }
}
