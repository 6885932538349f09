package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.json.Pointer;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.compile.CompiledDefault;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledSubform;
import io.jianmi.form.expression.CompiledExpression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of a subform as expressions see them, and what they begin with. Pure. */
final class SubformRows {

    private SubformRows() {}

    /** All rows as a list of contexts. */
    static List<Map<String, @Nullable Object>> variables(CompiledSubform subform, JsonNode rows) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        rows.forEach(row -> all.add(cells(subform, row)));
        return all;
    }

    /** The names inside one row: its cells before the record's fields. */
    static Map<String, @Nullable Object> within(
            CompiledSubform subform, JsonNode row, Map<String, @Nullable Object> record) {
        Map<String, @Nullable Object> inner = new HashMap<>(record);
        inner.putAll(cells(subform, row));
        return inner;
    }

    private static Map<String, @Nullable Object> cells(CompiledSubform subform, JsonNode row) {
        Map<String, @Nullable Object> cells = new HashMap<>();
        for (CompiledField field : subform.fields()) {
            JsonNode cell = row.path(field.key());
            cells.put(field.key(), cell.isMissingNode() ? null : field.type().toExpression(cell));
        }
        return cells;
    }

    /**
     * The rows, those that are new with the defaults of the cells that were not sent.
     *
     * @param before the rows that the record has had
     */
    static JsonNode begun(
            CompiledSubform subform, JsonNode rows, JsonNode before, Map<String, @Nullable Object> record) {
        List<CompiledField> given = subform.fields().stream()
                .filter(cell -> cell.defaultValue() != null)
                .toList();
        if (given.isEmpty()) {
            return rows;
        }
        Set<String> known = new HashSet<>();
        before.forEach(row -> known.add(row.path("id").asText()));
        ArrayNode begun = Json.NODES.arrayNode();
        rows.forEach(
                row -> begun.add(known.contains(row.path("id").asText()) ? row : begun(subform, row, given, record)));
        return begun;
    }

    private static ObjectNode begun(
            CompiledSubform subform, JsonNode row, List<CompiledField> given, Map<String, @Nullable Object> record) {
        ObjectNode begun = row.deepCopy();
        for (CompiledField cell : given) {
            if (row.has(cell.key())) {
                continue;
            }
            if (cell.defaultValue() instanceof CompiledDefault.Constant constant) {
                begun.set(cell.key(), constant.value());
            } else if (cell.defaultValue() instanceof CompiledDefault.Formula formula) {
                cell.type()
                        .fromResult(formula.expression().evaluate(within(subform, begun, record)))
                        .ifPresent(value -> begun.set(cell.key(), value));
            }
        }
        return begun;
    }

    /** Cells that nobody types in and that were sent with another value than they have. */
    static void readOnly(
            CompiledSubform subform, JsonNode rows, JsonNode before, String pointer, List<Finding> findings) {
        Map<String, JsonNode> known = new HashMap<>();
        before.forEach(row -> known.put(row.path("id").asText(), row));
        for (CompiledField cell : subform.fields()) {
            for (int i = 0; cell.definition().readOnly() && i < rows.size(); i++) {
                JsonNode sent = rows.get(i).path(cell.key());
                JsonNode had = known.getOrDefault(rows.get(i).path("id").asText(), Json.NODES.nullNode())
                        .path(cell.key());
                if (!RecordLogic.empty(sent) && !sent.equals(had)) {
                    findings.add(
                            Finding.error("field.read-only", Pointer.child(Pointer.child(pointer, i), cell.key())));
                }
            }
        }
    }

    /** Whether the row has to have the cell. */
    static boolean requires(
            CompiledSubform subform, CompiledField cell, JsonNode row, Map<String, @Nullable Object> record) {
        CompiledExpression when = cell.requiredWhen();
        return cell.typed() && (cell.required() || when != null && when.holds(within(subform, row, record)));
    }
}
