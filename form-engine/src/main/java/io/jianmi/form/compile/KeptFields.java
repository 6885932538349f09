package io.jianmi.form.compile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.field.ColumnType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a version takes over from all versions before it: fields that are no longer its own, whose values records keep, how numbers
 * were written before their scale grew, and which columns hold what was once stored otherwise. It is worked out from the version before
 * alone, and stored with the version.
 *
 * @param fields in the order in which they went
 * @param rescaled oldest first
 * @param columns by path of a field, the version that gave its values columns of their own; for ever
 * @param moved fields whose values this version itself brings to columns of their own
 */
public record KeptFields(
        List<KeptField> fields, List<Rescaled> rescaled, Map<String, Integer> columns, List<MovedField> moved) {

    public static final KeptFields NONE = new KeptFields(List.of(), List.of(), Map.of(), List.of());

    /** Up to this version the field's values were written for this column; a row sealed then is read so. */
    public record Rescaled(String path, int until, ColumnType storage) {}

    public KeptFields {
        fields = List.copyOf(fields);
        rescaled = List.copyOf(rescaled);
        columns = Map.copyOf(columns);
        moved = List.copyOf(moved);
    }

    /** What the version with these fields takes over. */
    static KeptFields after(@Nullable CompiledForm previous, Map<String, CompiledField> byPath) {
        if (previous == null) {
            return NONE;
        }
        List<Rescaled> rescaled = new ArrayList<>(previous.kept().rescaled());
        Map<String, KeptField> gone = new LinkedHashMap<>();
        Map<String, Integer> columns = new HashMap<>(previous.kept().columns());
        List<MovedField> moved = new ArrayList<>();
        for (KeptField old : before(previous)) {
            CompiledField now = byPath.get(old.path());
            if (now == null) {
                gone.put(old.path(), old);
            } else if (MovedField.moves(old, now)) {
                MovedField move = MovedField.of(old, now);
                moved.add(move);
                columns.put(old.path(), previous.version() + 1);
                if (move.converted()) {
                    KeptField left = old.left(previous.version());
                    gone.put(left.path(), left);
                }
            } else if (old.stored() && !now.encrypted() && !now.derived()) {
                ColumnType storage = now.type().column();
                if (!storage.equals(old.storage())) {
                    rescaled.add(new Rescaled(old.path(), previous.version(), old.storage()));
                }
            }
        }
        return new KeptFields(List.copyOf(gone.values()), rescaled, columns, moved);
    }

    /** All fields that a version and those before it had. */
    static List<KeptField> before(CompiledForm previous) {
        List<KeptField> all = new ArrayList<>(previous.kept().fields());
        previous.everyField().forEach(field -> all.add(KeptField.of(field)));
        return all;
    }

    /** Kept fields with a column in the record's own table. */
    public List<KeptField> ownColumns() {
        return fields.stream()
                .filter(field -> field.stored() && field.subform() == null)
                .toList();
    }

    /** Fields of the record itself that this version moves. */
    public List<MovedField> movedFields() {
        return moved.stream().filter(field -> field.subform() == null).toList();
    }

    /** Columns of this subform that this version moves. */
    public List<MovedField> movedCells(String subform) {
        return moved.stream().filter(field -> subform.equals(field.subform())).toList();
    }

    /** Kept columns of subforms by the key of the subform, which may itself be gone. */
    public Map<String, List<KeptField>> cells() {
        Map<String, List<KeptField>> cells = new LinkedHashMap<>();
        for (KeptField field : fields) {
            String subform = field.subform();
            if (field.stored() && subform != null) {
                cells.computeIfAbsent(subform, key -> new ArrayList<>()).add(field);
            }
        }
        return cells;
    }

    /** How values of a clear field were written in rows sealed under that version; empty when as now. */
    public Optional<ColumnType> storage(String path, int version) {
        return rescaled.stream()
                .filter(old -> old.path().equals(path) && version <= old.until())
                .map(Rescaled::storage)
                .findFirst();
    }

    /** As it is stored with a version. */
    public ObjectNode json() {
        ObjectNode json = Json.NODES.objectNode();
        ArrayNode all = json.putArray("fields");
        fields.forEach(field -> all.add(field.json()));
        ArrayNode numbers = json.putArray("rescaled");
        rescaled.forEach(old -> numbers.addObject()
                .put("path", old.path())
                .put("until", old.until())
                .put("storage", old.storage().sql()));
        if (!columns.isEmpty()) {
            ObjectNode stems = json.putObject("columns");
            new TreeMap<>(columns).forEach(stems::put);
        }
        if (!moved.isEmpty()) {
            ArrayNode moves = json.putArray("moved");
            moved.forEach(move -> moves.add(move.json()));
        }
        return json;
    }

    public static KeptFields read(JsonNode json) {
        List<KeptField> fields = new ArrayList<>();
        json.path("fields").forEach(field -> fields.add(KeptField.read(field)));
        List<Rescaled> rescaled = new ArrayList<>();
        json.path("rescaled")
                .forEach(old -> rescaled.add(new Rescaled(
                        old.path("path").asText(),
                        old.path("until").asInt(),
                        ColumnType.parse(old.path("storage").asText()).orElseThrow())));
        Map<String, Integer> columns = new HashMap<>();
        json.path("columns")
                .properties()
                .forEach(stem -> columns.put(stem.getKey(), stem.getValue().asInt()));
        List<MovedField> moved = new ArrayList<>();
        json.path("moved").forEach(move -> moved.add(MovedField.read(move)));
        return new KeptFields(fields, rescaled, columns, moved);
    }
}
