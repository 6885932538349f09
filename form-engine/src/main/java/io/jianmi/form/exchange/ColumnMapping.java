package io.jianmi.form.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.access.RowAccess;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.SearchIndex;
import io.jianmi.form.field.Filterable;
import io.jianmi.form.field.Importable;
import io.jianmi.form.field.Operator;
import io.jianmi.form.field.OptionValues;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which column of a file leads to which field. Headings are matched by key and by title in any language; where a heading is neither,
 * the request says what it leads to, or that it leads nowhere. A column is named by its letter, since a heading is what somebody typed.
 *
 * @param fields field key by column, from 0
 */
record ColumnMapping(Map<Integer, String> fields) {

    ColumnMapping {
        fields = Map.copyOf(fields);
    }

    /** Fields that this actor may know of, whether a cell can hold them or not. */
    static List<CompiledField> known(CompiledForm form, Grants grants) {
        RowAccess creating = grants.creating();
        return form.fields().stream()
                .filter(field -> grants.atMost(field.key()) != FieldAccess.HIDDEN
                        || creating.of(field.key()) != FieldAccess.HIDDEN)
                .toList();
    }

    /** Those of them that an import may fill. */
    static List<CompiledField> fillable(CompiledForm form, Grants grants) {
        return known(form, grants).stream().filter(ColumnMapping::fillable).toList();
    }

    /** Nobody types what is computed or numbered; rows within a record and files stand in no cell. */
    private static boolean fillable(CompiledField field) {
        return field.typed() && field.type().capability(Importable.class).isPresent();
    }

    /**
     * @param wanted heading to field key; an empty text leaves the column out
     */
    static ColumnMapping of(
            List<JsonNode> heading, ObjectNode wanted, List<CompiledField> fields, List<Finding> findings) {
        Map<String, CompiledField> known = byHeading(fields);
        Map<Integer, String> mapped = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < heading.size(); i++) {
            String title = heading.get(i).asText("").strip();
            String pointer = "/columns/" + i;
            Map<String, Object> params = Map.of("column", letters(i));
            JsonNode said = wanted.path(title);
            if (title.isEmpty() || said.isTextual() && said.textValue().isEmpty() || said.isNull()) {
                continue;
            }
            CompiledField field = known.get(said.isTextual() ? said.textValue() : title);
            if (field == null) {
                findings.add(Finding.error("import.unknown-column", pointer, params));
            } else if (!fillable(field)) {
                findings.add(Finding.error("import.not-importable", pointer, params));
            } else if (!taken.add(field.key())) {
                findings.add(Finding.error("import.duplicate-column", pointer, params));
            } else {
                mapped.put(i, field.key());
            }
        }
        if (mapped.isEmpty() && findings.isEmpty()) {
            findings.add(Finding.error("import.no-columns", "/columns"));
        }
        return new ColumnMapping(mapped);
    }

    /**
     * What each heading most likely means to this actor: what he said last time, else its key or title. Each field once.
     *
     * @param said heading to field key, empty to leave a column out
     */
    static List<Optional<String>> likely(List<JsonNode> heading, JsonNode said, List<CompiledField> fields) {
        Map<String, CompiledField> known = byHeading(fields);
        Set<String> taken = new HashSet<>();
        return heading.stream()
                .map(cell -> cell.asText("").strip())
                .map(title -> Optional.ofNullable(known.get(said.path(title).asText(title)))
                        .filter(ColumnMapping::fillable)
                        .map(CompiledField::key)
                        .filter(taken::add))
                .toList();
    }

    /** Whether rows may be compared with records by the field; at the end the query decides that, for everybody alike. */
    static boolean comparable(CompiledField field, Grants grants) {
        return field.encrypted()
                ? field.index("exact").filter(SearchIndex::searchable).isPresent() && grants.ever(RecordAction.SEARCH)
                : grants.atMost(field.key()).atLeast(FieldAccess.READ)
                        && field.type()
                                .capability(Filterable.class)
                                .filter(type -> type.operators().contains(Operator.EQ))
                                .isPresent();
    }

    /** Keys go before titles; of two fields with one title neither has it. */
    private static Map<String, CompiledField> byHeading(List<CompiledField> fields) {
        Map<String, Optional<CompiledField>> titles = new LinkedHashMap<>();
        for (CompiledField field : fields) {
            new HashSet<>(field.title().texts().values())
                    .forEach(title -> titles.merge(title.strip(), Optional.of(field), (a, b) -> Optional.empty()));
        }
        Map<String, CompiledField> known = new LinkedHashMap<>();
        titles.forEach((title, field) -> field.ifPresent(only -> known.put(title, only)));
        fields.forEach(field -> known.put(field.key(), field));
        return known;
    }

    /** The name of a column in spreadsheets: {@code A}, {@code Z}, {@code AA}. */
    static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int left = column + 1; left > 0; left = (left - 1) / 26) {
            letters.insert(0, (char) ('A' + (left - 1) % 26));
        }
        return letters.toString();
    }

    /**
     * The data of one row as a client would send it; empty cells say nothing.
     *
     * @param line for the errors of cells that cannot be read
     */
    ObjectNode data(CompiledForm form, int line, List<JsonNode> cells, List<RowError> errors) {
        ObjectNode data = Json.NODES.objectNode();
        fields.forEach((column, key) -> {
            JsonNode cell = column < cells.size() ? cells.get(column) : Json.NODES.nullNode();
            if (cell.isObject()) {
                errors.add(RowError.of(line, key, cell.path("error").asText()));
            } else {
                read(form, key, cell).ifPresent(value -> data.set(key, value));
            }
        });
        return data;
    }

    private static Optional<JsonNode> read(CompiledForm form, String key, JsonNode cell) {
        return form.field(key)
                .flatMap(field -> field.type()
                        .capability(Importable.class)
                        .map(importable -> meant(field, importable.shape().fromSheet(cell))))
                .filter(value -> !value.isNull());
    }

    /** People write what they read: the title of an option stands for its value. */
    private static JsonNode meant(CompiledField field, JsonNode written) {
        if (!(field.type().options() instanceof OptionValues options)) {
            return written;
        }
        if (written.isTextual()) {
            return Json.NODES.textNode(options.meant(written.textValue()));
        }
        if (!written.isArray()) {
            return written;
        }
        ArrayNode all = Json.NODES.arrayNode();
        written.forEach(one -> all.add(one.isTextual() ? Json.NODES.textNode(options.meant(one.textValue())) : one));
        return all;
    }

    ObjectNode json() {
        ObjectNode json = Json.NODES.objectNode();
        fields.forEach((column, key) -> json.put(String.valueOf(column), key));
        return json;
    }

    static ColumnMapping of(JsonNode stored) {
        Map<Integer, String> fields = new LinkedHashMap<>();
        stored.properties()
                .forEach(entry -> fields.put(
                        Integer.valueOf(entry.getKey()), entry.getValue().asText()));
        return new ColumnMapping(fields);
    }

    /** Whether a column leads to the field. */
    boolean leadsTo(String field) {
        return fields.containsValue(field);
    }
}
