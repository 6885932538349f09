package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.CompiledSubform;
import io.jianmi.form.compile.KeptField;
import io.jianmi.form.field.ColumnType;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.sqlclient.data.Numeric;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** The physical table of one version of a form in one tenant: its columns in order, and how rows become records. */
final class RecordTable {

    /** System columns, in the order in which every statement names them. */
    static final Map<String, ColumnType> SYSTEM = system();

    /** No person; every row that the product writes is somebody's. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final TenantKey tenant;
    private final CompiledForm form;
    private final List<CompiledField> fields;
    private final String name;
    private final String selected;
    private final int width;
    private final List<Slot> slots = new ArrayList<>();
    private final List<Rows> children = new ArrayList<>();
    private final RowScopes scopes;
    private final Moving moving;
    private final Optional<String> consents;
    private final Function<Actor, Condition> unrestricted;

    /**
     * A column of values.
     *
     * @param kept whether its field is gone
     */
    private record Slot(String key, String path, String column, boolean encrypted, ColumnType type, boolean kept) {

        static Slot of(CompiledField field) {
            return new Slot(field.key(), field.path(), field.column(), field.encrypted(), field.columnType(), false);
        }

        static Slot of(KeptField field) {
            return new Slot(field.key(), field.path(), field.column(), field.encrypted(), field.columnType(), true);
        }
    }

    /**
     * The rows of a subform.
     *
     * @param select selects those that belong to the records of {@code $1}, in order
     */
    record Rows(String subform, String select, List<Slot> slots) {}

    /** @param unrestricted rows that are of nobody whose records are restricted to somebody */
    RecordTable(TenantKey tenant, CompiledForm form, Function<Actor, Condition> unrestricted) {
        this.tenant = tenant;
        this.form = form;
        this.fields = form.columns();
        this.name = Sql.quoted(tenant.schema(), form.table().name());
        fields.forEach(field -> slots.add(Slot.of(field)));
        form.kept().ownColumns().forEach(field -> slots.add(Slot.of(field)));
        List<String> all = new ArrayList<>(SYSTEM.keySet());
        slots.forEach(slot -> all.add(slot.column()));
        this.moving = new Moving(form);
        this.selected = all.stream().map(moving::selected).collect(Collectors.joining(", "));
        this.width = all.size();
        Map<String, List<KeptField>> cells = new LinkedHashMap<>(form.kept().cells());
        for (CompiledSubform subform : form.subforms()) {
            children.add(rows(subform, Objects.requireNonNullElse(cells.remove(subform.key()), List.of())));
        }
        cells.forEach((subform, gone) -> children.add(rows(
                subform, form.childTable(subform), gone.stream().map(Slot::of).toList())));
        this.scopes = new RowScopes(form);
        this.consents = ConsentSql.told(tenant, form);
        this.unrestricted = unrestricted;
    }

    private static Map<String, ColumnType> system() {
        Map<String, ColumnType> columns = new LinkedHashMap<>();
        columns.put("id", ColumnType.UUID);
        columns.put("version", ColumnType.INTEGER);
        columns.put("status", ColumnType.TEXT);
        columns.put("form_version", ColumnType.INTEGER);
        columns.put("created_at", ColumnType.TIMESTAMPTZ);
        columns.put("created_by", ColumnType.TEXT);
        columns.put("updated_at", ColumnType.TIMESTAMPTZ);
        columns.put("updated_by", ColumnType.TEXT);
        columns.put("subject_id", ColumnType.UUID);
        columns.put("row_tag", ColumnType.BYTEA);
        columns.put("deleted_at", ColumnType.TIMESTAMPTZ);
        return Collections.unmodifiableMap(columns);
    }

    private Rows rows(CompiledSubform subform, List<KeptField> gone) {
        List<Slot> all = new ArrayList<>();
        // What is worked out for each reader has no column, and no subform has such a field.
        subform.fields().forEach(cell -> all.add(Slot.of(cell)));
        gone.forEach(cell -> all.add(Slot.of(cell)));
        return rows(subform.key(), subform.table(), all);
    }

    private Rows rows(String subform, String table, List<Slot> cells) {
        List<String> columns = new ArrayList<>(List.of("id", "record_id"));
        cells.forEach(cell -> columns.add(cell.column()));
        String rows = Sql.quoted(tenant.schema(), table);
        String select = moving.moves(subform)
                ? "select %s from %s as c join %s as r on r.\"id\" = c.\"record_id\" where r.\"id\" = any($1) order by c.\"position\""
                        .formatted(
                                columns.stream()
                                        .map(column -> moving.selected(subform, column))
                                        .collect(Collectors.joining(", ")),
                                rows,
                                name)
                : "select " + list(columns) + " from " + rows + " where \"record_id\" = any($1) order by \"position\"";
        return new Rows(subform, select, cells);
    }

    CompiledForm form() {
        return form;
    }

    TenantKey tenant() {
        return tenant;
    }

    /** Fields with a column of their own, in the order of columns; subforms have tables. */
    List<CompiledField> fields() {
        return fields;
    }

    /** The table's name as statements write it. */
    String name() {
        return name;
    }

    /** The columns of a row in order, as statements write them. */
    String selected() {
        return selected;
    }

    /** Subforms, those that are gone after those that there are. */
    List<Rows> children() {
        return children;
    }

    /** How rows of the version before are met. */
    Moving moving() {
        return moving;
    }

    /** Scopes of the form's groups, as conditions on this table. */
    RowScopes scopes() {
        return scopes;
    }

    /** A further column: what the person of a row has said last, where something of the form rests on that. */
    Optional<String> consents() {
        return consents;
    }

    /** Rows that are of nobody whose records are restricted to this actor. */
    Condition unrestricted(Actor actor) {
        return unrestricted.apply(actor);
    }

    private static String list(List<String> columns) {
        return columns.stream().map(Sql::quoted).collect(Collectors.joining(", "));
    }

    /** Number of columns that {@link #selected} names; further ones of a query start here. */
    int width() {
        return width;
    }

    /** The record of a row. A status that the product never writes and a person that is missing are kept apart, so that the seal breaks. */
    StoredRecord record(Row row, Map<String, List<StoredRecord.Child>> rows) {
        StoredRecord.Status status = StoredRecord.Status.parse(row.getString(2)).orElse(StoredRecord.Status.FOREIGN);
        Read read = read(row, SYSTEM.size(), slots, row.getInteger(3));
        Map<String, List<StoredRecord.Child>> own = new LinkedHashMap<>();
        Map<String, List<StoredRecord.Child>> gone = new LinkedHashMap<>();
        rows.forEach((subform, children) -> (form.subform(subform).isPresent() ? own : gone).put(subform, children));
        OffsetDateTime deleted = row.getOffsetDateTime(10);
        return new StoredRecord(
                row.getUUID(0),
                row.getInteger(1),
                status,
                row.getInteger(3),
                instant(row, 4),
                row.getString(5),
                instant(row, 6),
                row.getString(7),
                Objects.requireNonNullElse(row.getUUID(8), NOBODY),
                read.clear(),
                read.cells(),
                own,
                deleted == null ? null : deleted.toInstant(),
                read.kept(gone));
    }

    /** The stored seal. */
    static byte[] tag(Row row) {
        Buffer tag = row.getDelegate().getBuffer(9);
        return tag == null ? new byte[0] : tag.getBytes();
    }

    /**
     * A row of a subform.
     *
     * @param formVersion under which its record was sealed
     */
    StoredRecord.Child child(Row row, Rows subform, int formVersion) {
        Read read = read(row, 2, subform.slots(), formVersion);
        return new StoredRecord.Child(row.getUUID(0), read.clear(), read.cells(), read.kept(Map.of()));
    }

    private record Read(
            Map<String, JsonNode> clear,
            Map<String, byte[]> cells,
            Map<String, JsonNode> keptClear,
            Map<String, byte[]> keptCells) {

        StoredRecord.Kept kept(Map<String, List<StoredRecord.Child>> children) {
            return keptClear.isEmpty() && keptCells.isEmpty() && children.isEmpty()
                    ? StoredRecord.Kept.NONE
                    : new StoredRecord.Kept(keptClear, keptCells, children);
        }
    }

    private Read read(Row row, int from, List<Slot> columns, int formVersion) {
        Read read = new Read(new LinkedHashMap<>(), new HashMap<>(), new LinkedHashMap<>(), new HashMap<>());
        for (int i = 0; i < columns.size(); i++) {
            Slot slot = columns.get(i);
            if (slot.encrypted()) {
                Buffer cell = row.getDelegate().getBuffer(from + i);
                if (cell != null) {
                    (slot.kept() ? read.keptCells() : read.cells()).put(slot.key(), cell.getBytes());
                }
            } else {
                JsonNode value = type(slot, formVersion).fromColumn(value(row, from + i));
                if (!value.isNull()) {
                    (slot.kept() ? read.keptClear() : read.clear()).put(slot.key(), value);
                }
            }
        }
        return read;
    }

    /** A row is read as it was sealed. */
    private ColumnType type(Slot slot, int formVersion) {
        return form.kept().rescaled().isEmpty()
                ? slot.type()
                : form.kept().storage(slot.path(), formVersion).orElse(slot.type());
    }

    private static @Nullable Object value(Row row, int index) {
        Object value = row.getDelegate().getValue(index);
        return value instanceof Numeric numeric ? numeric.bigDecimalValue() : value;
    }

    private static Instant instant(Row row, int index) {
        return row.getOffsetDateTime(index).toInstant();
    }

    /** Ids of several rows as a parameter. */
    static UUID[] ids(List<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
