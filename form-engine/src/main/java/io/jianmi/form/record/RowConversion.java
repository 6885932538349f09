package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.file.FileFacts;
import io.jianmi.core.json.Json;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.KeptField;
import io.jianmi.form.compile.MovedField;
import io.jianmi.form.compile.TablePlan;
import io.jianmi.form.field.ColumnType;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One record with the rows of its subforms from the version that counts to the next. A rehearsal and the work itself are this same code.
 * Pure but for the keys.
 */
final class RowConversion {

    /** Of a row whose seal did not hold: it is not to hold after either. */
    private static final byte[] NO_TAG = new byte[32];

    private final RecordSealer sealer;
    private final TenantKey tenant;
    private final CompiledForm to;
    private final ValueMoves values;
    private final Set<String> moved;
    private final Map<String, ColumnType> keptTypes;

    RowConversion(RecordSealer sealer, TenantKey tenant, CompiledForm from, CompiledForm to, ZoneId zone) {
        this.sealer = sealer;
        this.tenant = tenant;
        this.to = to;
        this.values = new ValueMoves(sealer, tenant, from, to, zone);
        this.moved = to.kept().moved().stream().map(MovedField::path).collect(Collectors.toSet());
        this.keptTypes = to.kept().fields().stream().collect(Collectors.toMap(KeptField::path, KeptField::columnType));
    }

    /** @param files what the files of all of these records are */
    Brought bring(Fetched fetched, KeyRing ring, Taken taken, Map<UUID, FileFacts> files) {
        StoredRecord row = fetched.row();
        MovedRow own = new MovedRow(settled("", row.clear()), row.cells());
        values.move(to.kept().movedFields(), new ValueMoves.Place(row, row.id(), ring, taken, files), own);
        Map<String, ArrayNode> cells = new HashMap<>();
        Map<String, List<StoredRecord.Child>> children = new LinkedHashMap<>();
        row.children()
                .forEach((subform, rows) -> children.put(
                        subform,
                        children(
                                row,
                                subform,
                                rows,
                                new ValueMoves.Place(row, row.id(), ring, Taken.NONE, files),
                                own,
                                cells)));
        StoredRecord next = next(row, own, children);
        ObjectNode columns = own.columns()
                .put("id", row.id().toString())
                .put(TablePlan.NEXT_OF, MovedRow.hex(fetched.tag()))
                .put(TablePlan.NEXT_TAG, MovedRow.hex(fetched.intact() ? sealer.tag(tenant, to, next) : NO_TAG));
        return new Brought(row.id(), columns, cells, own.tallies(), fetched.intact());
    }

    /** Rows of a subform; what became of their values is counted with the record's own. */
    private List<StoredRecord.Child> children(
            StoredRecord row,
            String subform,
            List<StoredRecord.Child> rows,
            ValueMoves.Place place,
            MovedRow own,
            Map<String, ArrayNode> cells) {
        List<MovedField> fields = to.kept().movedCells(subform);
        List<StoredRecord.Child> next = new ArrayList<>(rows.size());
        for (StoredRecord.Child child : rows) {
            MovedRow moved = new MovedRow(settled(subform + ".", child.clear()), child.cells());
            values.move(fields, place.in(child.id()), moved);
            moved.tallies().forEach(own::count);
            if (!fields.isEmpty()) {
                cells.computeIfAbsent(subform, key -> Json.NODES.arrayNode())
                        .add(moved.columns()
                                .put("id", child.id().toString())
                                .put("record_id", row.id().toString()));
            }
            Map<String, JsonNode> kept = settled(subform + ".", child.kept().clear());
            kept.putAll(moved.leftClear());
            next.add(new StoredRecord.Child(
                    child.id(),
                    moved.clear(),
                    moved.cells(),
                    new StoredRecord.Kept(kept, both(child.kept().cells(), moved.leftCells()), Map.of())));
        }
        return next;
    }

    /** Under the new version numbers are read with its scales. */
    private Map<String, JsonNode> settled(String prefix, Map<String, JsonNode> held) {
        Map<String, JsonNode> settled = new LinkedHashMap<>();
        held.forEach((key, value) -> settled.put(key, settled(prefix + key, value)));
        return settled;
    }

    private JsonNode settled(String path, JsonNode value) {
        // What moves is read as it was.
        return moved.contains(path)
                ? value
                : to.find(path)
                        .filter(field -> !field.encrypted())
                        .map(field -> field.columnType().settled(value))
                        .orElseGet(() -> Optional.ofNullable(keptTypes.get(path))
                                .map(type -> type.settled(value))
                                .orElse(value));
    }

    private static <V> Map<String, V> both(Map<String, V> one, Map<String, V> more) {
        Map<String, V> both = new HashMap<>(one);
        both.putAll(more);
        return both;
    }

    private StoredRecord next(StoredRecord row, MovedRow own, Map<String, List<StoredRecord.Child>> children) {
        StoredRecord.Kept carried = KeptValues.carried(to, row.kept());
        return new StoredRecord(
                row.id(),
                row.version(),
                row.status(),
                to.version(),
                row.createdAt(),
                row.createdBy(),
                row.updatedAt(),
                row.updatedBy(),
                row.subject(),
                own.clear(),
                own.cells(),
                children,
                row.deletedAt(),
                new StoredRecord.Kept(
                        both(settled("", carried.clear()), own.leftClear()),
                        both(carried.cells(), own.leftCells()),
                        carried.children()));
    }
}
