package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.crypto.CellContext;
import io.jianmi.core.crypto.IntegrityException;
import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.json.CanonicalJson;
import io.jianmi.core.json.Json;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.Conversion;
import io.jianmi.form.compile.KeptField;
import io.jianmi.form.compile.MovedField;
import io.jianmi.form.compile.SearchIndex;
import io.jianmi.form.compile.TablePlan;
import io.jianmi.form.field.ColumnType;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One row from the version that counts to the next: opened as the one stores it, sealed as the other does. A rehearsal and the work itself
 * are this same code. Pure but for the keys.
 */
final class RowConversion {

    /** Of a row whose seal did not hold: it is not to hold after either. */
    private static final byte[] NO_TAG = new byte[32];

    private static final String NOT_UNIQUE = "field.not-unique";
    private static final String UNREADABLE = "field.unreadable";
    private static final HexFormat HEX = HexFormat.of();

    private final RecordSealer sealer;
    private final TenantKey tenant;
    private final CompiledForm from;
    private final CompiledForm to;
    private final ZoneId zone;
    private final List<MovedField> moved;
    private final Map<String, Conversion> conversions = new HashMap<>();
    private final Map<String, ColumnType> keptTypes;

    RowConversion(RecordSealer sealer, TenantKey tenant, CompiledForm from, CompiledForm to, ZoneId zone) {
        this.sealer = sealer;
        this.tenant = tenant;
        this.from = from;
        this.to = to;
        this.zone = zone;
        this.moved = to.kept().moved();
        this.keptTypes = to.kept().fields().stream().collect(Collectors.toMap(KeptField::path, KeptField::columnType));
        moved.stream()
                .filter(MovedField::converted)
                .forEach(field -> conversions.put(
                        field.path(),
                        Conversion.between(
                                        old(field.path()).type(),
                                        now(field.path()).type())
                                .orElseThrow()));
    }

    private CompiledField old(String path) {
        return from.field(path).orElseThrow();
    }

    private CompiledField now(String path) {
        return to.field(path).orElseThrow();
    }

    /** What is gathered of a row on the way. */
    private record Parts(
            Map<String, JsonNode> clear,
            Map<String, byte[]> cells,
            Map<String, JsonNode> leftClear,
            Map<String, byte[]> leftCells,
            Map<String, byte[]> tokens,
            Set<String> filled,
            Map<String, String> failed) {}

    Brought bring(Fetched fetched, KeyRing ring, Taken taken) {
        StoredRecord row = fetched.row();
        Parts parts = new Parts(
                new LinkedHashMap<>(),
                new HashMap<>(row.cells()),
                new LinkedHashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashSet<>(),
                new HashMap<>());
        Map<String, JsonNode> clear = new LinkedHashMap<>(row.clear());
        for (MovedField field : moved) {
            Optional<JsonNode> value = Optional.ofNullable(clear.remove(field.path()));
            byte[] cell = parts.cells().remove(field.path());
            if (value.isPresent() || cell != null) {
                move(field, row, value, cell, ring, taken, parts);
            }
        }
        clear.forEach((key, value) -> parts.clear().put(key, settled(key, value)));
        StoredRecord next = next(row, parts);
        byte[] tag = fetched.intact() ? sealer.tag(tenant, to, next) : NO_TAG;
        return new Brought(
                row.id(), columns(parts, row, fetched.tag(), tag), parts.filled(), parts.failed(), fetched.intact());
    }

    private void move(
            MovedField field,
            StoredRecord row,
            Optional<JsonNode> clear,
            byte @Nullable [] cell,
            KeyRing ring,
            Taken taken,
            Parts into) {
        String path = field.path();
        CompiledField now = now(path);
        Optional<JsonNode> value = cell == null ? clear : opened(old(path), row, cell, ring);
        Conversion.Result made = value.map(old -> made(path, old)).orElse(new Conversion.Result(value, UNREADABLE));
        boolean possible = made.value().isPresent() && (!now.encrypted() || ring.has(context(now, row)));
        boolean refused = possible
                && !row.trashed()
                && taken(taken, row, now, made.value().orElseThrow());
        if (!possible || refused && field.converted()) {
            into.failed().put(path, refused ? NOT_UNIQUE : made.code().isEmpty() ? UNREADABLE : made.code());
            if (field.converted()) {
                KeptField left = field.before();
                String key = leftKey(left);
                clear.ifPresent(
                        old -> into.leftClear().put(key, left.columnType().settled(old)));
                if (cell != null) {
                    into.leftCells().put(key, cell);
                }
            }
            return;
        }
        JsonNode stored = made.value().orElseThrow();
        into.filled().add(path);
        if (!now.encrypted()) {
            into.clear().put(path, now.columnType().settled(stored));
            return;
        }
        into.cells().put(path, ring.seal(context(now, row), stored));
        for (SearchIndex index : now.indexes()) {
            sealer.token(tenant, to, now, index, stored)
                    .ifPresent(token -> into.tokens().put(index.column(), token));
        }
        if (refused) {
            // It cannot stay in clear, so it is sealed without what would find it.
            into.failed().put(path, NOT_UNIQUE);
            now.uniqueIndex().ifPresent(index -> into.tokens().remove(index.column()));
        }
    }

    /** Whether its unique index would refuse the value; what lies in the bin it leaves alone. */
    private boolean taken(Taken taken, StoredRecord row, CompiledField now, JsonNode stored) {
        Optional<byte[]> mark = now.encrypted()
                ? now.uniqueIndex().flatMap(index -> sealer.token(tenant, to, now, index, stored))
                : Optional.of(now.definition().unique())
                        .filter(unique -> unique)
                        .map(unique -> CanonicalJson.bytes(now.columnType().settled(stored)));
        return mark.filter(found -> taken.by(row.id(), now.path(), found)).isPresent();
    }

    private CellContext context(CompiledField field, StoredRecord row) {
        return RecordSealer.context(tenant, to, field, row.id(), row.subject());
    }

    private String leftKey(KeptField before) {
        return before.path() + "@" + from.version();
    }

    private Conversion.Result made(String path, JsonNode old) {
        Conversion conversion = conversions.get(path);
        return conversion == null ? new Conversion.Result(Optional.of(old), "") : conversion.convert(old, zone);
    }

    private Optional<JsonNode> opened(CompiledField field, StoredRecord row, byte[] cell, KeyRing ring) {
        CellContext context = RecordSealer.context(tenant, from, field, row.id(), row.subject());
        if (!ring.has(context)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ring.open(context, cell));
        } catch (IntegrityException changed) {
            return Optional.empty();
        }
    }

    /** Under the new version numbers are read with its scales. */
    private JsonNode settled(String path, JsonNode value) {
        return to.find(path)
                .filter(field -> !field.encrypted())
                .map(field -> field.columnType().settled(value))
                .orElseGet(() -> Optional.ofNullable(keptTypes.get(path))
                        .map(type -> type.settled(value))
                        .orElse(value));
    }

    private StoredRecord next(StoredRecord row, Parts parts) {
        StoredRecord.Kept carried = KeptValues.carried(to, row.kept());
        Map<String, JsonNode> keptClear = new LinkedHashMap<>();
        carried.clear().forEach((key, value) -> keptClear.put(key, settled(key, value)));
        keptClear.putAll(parts.leftClear());
        Map<String, byte[]> keptCells = new HashMap<>(carried.cells());
        keptCells.putAll(parts.leftCells());
        Map<String, List<StoredRecord.Child>> children = new LinkedHashMap<>();
        row.children()
                .forEach((subform, rows) -> children.put(
                        subform,
                        rows.stream().map(child -> child(subform, child)).toList()));
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
                parts.clear(),
                parts.cells(),
                children,
                row.deletedAt(),
                new StoredRecord.Kept(keptClear, keptCells, carried.children()));
    }

    private StoredRecord.Child child(String subform, StoredRecord.Child child) {
        Map<String, JsonNode> clear = new LinkedHashMap<>();
        child.clear().forEach((key, value) -> clear.put(key, settled(subform + "." + key, value)));
        Map<String, JsonNode> kept = new LinkedHashMap<>();
        child.kept().clear().forEach((key, value) -> kept.put(key, settled(subform + "." + key, value)));
        return new StoredRecord.Child(
                child.id(),
                clear,
                child.cells(),
                new StoredRecord.Kept(kept, child.kept().cells(), Map.of()));
    }

    private ObjectNode columns(Parts parts, StoredRecord row, byte[] of, byte[] tag) {
        ObjectNode columns = Json.NODES
                .objectNode()
                .put("id", row.id().toString())
                .put(TablePlan.NEXT_OF, hex(of))
                .put(TablePlan.NEXT_TAG, hex(tag));
        for (MovedField field : moved) {
            CompiledField now = now(field.path());
            byte[] cell = parts.cells().get(field.path());
            if (cell != null) {
                columns.put(now.column(), hex(cell));
            } else if (parts.clear().containsKey(field.path())) {
                columns.set(now.column(), parts.clear().get(field.path()));
            }
        }
        parts.tokens().forEach((column, token) -> columns.put(column, hex(token)));
        return columns;
    }

    private static String hex(byte[] bytes) {
        return "\\x" + HEX.formatHex(bytes);
    }
}
