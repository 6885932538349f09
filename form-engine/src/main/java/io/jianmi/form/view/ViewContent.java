package io.jianmi.form.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.json.Pointer;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.compile.SystemField;
import io.jianmi.form.field.Operator;
import io.jianmi.form.field.Report;
import io.jianmi.form.field.Texts;
import io.jianmi.form.query.Filter;
import io.jianmi.form.query.RecordListRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a view says: a name and a question.
 *
 * @param title a text, or of a definition's view one by language
 * @param filter as the query takes it, JSON null for all records
 * @param sort as the query takes it; empty for newest first
 * @param fields columns or lines of a card; empty for the first ones of the form
 * @param looks how columns of a table are shown
 * @param groupBy of a board, the choice whose options make its columns
 * @param date of a calendar, where a record stands
 * @param end of a calendar, until where
 */
record ViewContent(
        JsonNode title,
        Kind kind,
        JsonNode filter,
        List<String> sort,
        Optional<List<String>> fields,
        ColumnLooks looks,
        @Nullable String groupBy,
        @Nullable String date,
        @Nullable String end) {

    /** Longest title, in code points. */
    static final int MAX_TITLE = 80;

    /** Longest list of columns. */
    static final int MAX_FIELDS = 100;

    /** Most bytes that all of it may take. */
    static final int MAX_BYTES = 16_384;

    static final Set<String> KEYS =
            Set.of("title", "kind", "filter", "sort", "fields", "pinned", "widths", "groupBy", "date", "end");

    ViewContent {
        sort = List.copyOf(sort);
        fields = fields.map(List::copyOf);
        looks = looks.of(fields.orElse(List.of()));
    }

    /** How records are laid out. */
    enum Kind {
        TABLE,
        KANBAN,
        CALENDAR;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> parse(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.key().equals(word))
                    .findFirst();
        }
    }

    /** Of a document with {@link #KEYS}; what is wrong becomes findings, and then this is not to be used. */
    static ViewContent parse(ObjectNode document, List<Finding> findings) {
        if (Json.write(document).getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            findings.add(Finding.error("view.too-large", "", Map.of("maxBytes", MAX_BYTES)));
        }
        Optional<Kind> kind = Kind.parse(document.path("kind").asText());
        if (kind.isEmpty()) {
            findings.add(Finding.error("view.kind", "/kind"));
        }
        ViewContent content = new ViewContent(
                title(document.path("title"), findings),
                kind.orElse(Kind.TABLE),
                document.hasNonNull("filter") ? document.path("filter") : Json.NODES.nullNode(),
                texts(document.path("sort"), "/sort", findings).orElse(List.of()),
                texts(document.path("fields"), "/fields", findings),
                new ColumnLooks(
                        texts(document.path("pinned"), "/pinned", findings).orElse(List.of()),
                        ColumnLooks.widths(document.path("widths"), findings)),
                key(document, "groupBy", findings),
                key(document, "date", findings),
                key(document, "end", findings));
        content.checkShape(findings);
        return content;
    }

    private static JsonNode title(JsonNode title, List<Finding> findings) {
        if (!title.isTextual()) {
            findings.add(Finding.error("request.type", "/title", Map.of("expected", "string")));
            return MissingNode.getInstance();
        }
        JsonNode text = Texts.read(title, MAX_TITLE, false, new Report("/title", findings))
                .orElse(title);
        if (text.isNull()) {
            findings.add(Finding.error("view.title-required", "/title"));
        }
        return text;
    }

    private static Optional<List<String>> texts(JsonNode node, String pointer, List<Finding> findings) {
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isArray() || node.size() > MAX_FIELDS) {
            findings.add(Finding.error("request.type", pointer, Map.of("expected", "array", "maximum", MAX_FIELDS)));
            return Optional.empty();
        }
        Set<String> texts = new LinkedHashSet<>();
        for (int i = 0; i < node.size(); i++) {
            if (!node.get(i).isTextual()) {
                findings.add(Finding.error("request.type", Pointer.child(pointer, i), Map.of("expected", "string")));
            } else if (!texts.add(node.get(i).textValue())) {
                findings.add(Finding.error("request.duplicate", Pointer.child(pointer, i)));
            }
        }
        return Optional.of(List.copyOf(texts));
    }

    private static @Nullable String key(JsonNode document, String name, List<Finding> findings) {
        JsonNode key = document.path(name);
        if (!key.isTextual() && !key.isNull() && !key.isMissingNode()) {
            findings.add(Finding.error("request.type", Pointer.child("", name), Map.of("expected", "string")));
        }
        return key.textValue();
    }

    private void checkShape(List<Finding> findings) {
        need(kind == Kind.KANBAN, "/groupBy", groupBy, findings);
        need(kind == Kind.CALENDAR, "/date", date, findings);
        if (kind != Kind.CALENDAR && end != null) {
            findings.add(Finding.error("view.not-of-kind", "/end"));
        }
    }

    private static void need(boolean needed, String pointer, @Nullable String key, List<Finding> findings) {
        if (needed && key == null) {
            findings.add(Finding.error("view.field-required", pointer));
        } else if (!needed && key != null) {
            findings.add(Finding.error("view.not-of-kind", pointer));
        }
    }

    /** What {@link #parse} reads. */
    ObjectNode json() {
        ObjectNode document = Json.NODES.objectNode();
        document.set("title", title);
        document.put("kind", kind.key());
        document.set("filter", filter);
        sort.forEach(document.putArray("sort")::add);
        fields.ifPresentOrElse(
                keys -> keys.forEach(document.putArray("fields")::add), () -> document.putNull("fields"));
        looks.addTo(document);
        return document.put("groupBy", groupBy).put("date", date).put("end", end);
    }

    /** The filter by itself. */
    Filter condition() {
        return request(false, new ArrayList<>()).filter();
    }

    /**
     * The query that the view is, with one comparison more for each field that lays it out: whoever may not compare by it may not have
     * records laid out by it either.
     *
     * @param columns whether its columns are asked for too; else all that the reader may know of
     */
    RecordListRequest question(boolean columns, List<Finding> findings) {
        RecordListRequest asked = request(columns, findings);
        List<Filter> all = new ArrayList<>(List.of(asked.filter()));
        laidOut("/groupBy", groupBy, Operator.IS_EMPTY).ifPresent(all::add);
        laidOut("/date", date, Operator.GTE).ifPresent(all::add);
        laidOut("/end", end, Operator.GTE).ifPresent(all::add);
        return new RecordListRequest(
                new Filter.And(all), asked.sort(), asked.fields(), asked.limit(), asked.after(), false, false, false);
    }

    private RecordListRequest request(boolean columns, List<Finding> findings) {
        ObjectNode body = json();
        body.retain(columns ? List.of("filter", "sort", "fields") : List.of("filter", "sort"));
        return RecordListRequest.parse(body, findings);
    }

    private static Optional<Filter> laidOut(String pointer, @Nullable String key, Operator operator) {
        return Optional.ofNullable(key)
                .filter(field -> SystemField.parse(field).isEmpty())
                .map(field -> new Filter.Comparison(pointer, field, operator, Json.NODES.nullNode()));
    }
}
