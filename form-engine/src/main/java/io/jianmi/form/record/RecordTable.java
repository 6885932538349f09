package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.CompiledSubform;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.sqlclient.data.Numeric;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The physical table of one version of a form in one tenant: its columns in order, and how rows become records. */
final class RecordTable {

    /** System columns, in the order in which every statement names them. */
    static final List<String> SYSTEM = List.of(
            "id",
            "version",
            "status",
            "form_version",
            "created_at",
            "created_by",
            "updated_at",
            "updated_by",
            "subject_id",
            "row_tag",
            "deleted_at");

    private final TenantKey tenant;
    private final CompiledForm form;
    private final List<CompiledField> fields;
    private final String name;
    private final String selected;
    private final int width;
    private final Map<String, String> children = new HashMap<>();
    private final RowScopes scopes;

    RecordTable(TenantKey tenant, CompiledForm form) {
        this.tenant = tenant;
        this.form = form;
        this.fields = form.columns();
        this.name = Sql.quoted(tenant.schema(), form.table().name());
        List<String> all = new ArrayList<>(SYSTEM);
        fields.forEach(field -> all.add(field.column()));
        this.selected = list(all);
        this.width = all.size();
        form.subforms().forEach(subform -> children.put(subform.key(), selectChildren(tenant, subform)));
        this.scopes = new RowScopes(form);
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

    /** Selects the rows of a subform that belong to the records of {@code $1}, in order. */
    String selectChildren(CompiledSubform subform) {
        return Objects.requireNonNull(children.get(subform.key()));
    }

    /** Scopes of the form's groups, as conditions on this table. */
    RowScopes scopes() {
        return scopes;
    }

    private static String selectChildren(TenantKey tenant, CompiledSubform subform) {
        List<String> columns = new ArrayList<>(List.of("id", "record_id"));
        subform.fields().forEach(cell -> columns.add(cell.column()));
        return "select " + list(columns) + " from " + Sql.quoted(tenant.schema(), subform.table())
                + " where \"record_id\" = any($1) order by \"position\"";
    }

    private static String list(List<String> columns) {
        return columns.stream().map(Sql::quoted).collect(Collectors.joining(", "));
    }

    /** Number of columns that {@link #selected} names; further ones of a query start here. */
    int width() {
        return width;
    }

    /** The row with its seal; a status that the product never writes is kept apart, so that the seal breaks. */
    Fetched fetched(Row row, Map<String, List<StoredRecord.Child>> children, Set<String> inScope) {
        StoredRecord.Status status = StoredRecord.Status.parse(row.getString(2)).orElse(StoredRecord.Status.FOREIGN);
        return new Fetched(read(row, status, children), tag(row), inScope);
    }

    private StoredRecord read(Row row, StoredRecord.Status status, Map<String, List<StoredRecord.Child>> children) {
        Map<String, JsonNode> clear = new LinkedHashMap<>();
        Map<String, byte[]> cells = new HashMap<>();
        fill(row, SYSTEM.size(), fields, clear, cells);
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
                row.getUUID(8),
                clear,
                cells,
                children,
                deleted == null ? null : deleted.toInstant());
    }

    private static byte[] tag(Row row) {
        Buffer tag = row.getDelegate().getBuffer(9);
        return tag == null ? new byte[0] : tag.getBytes();
    }

    /** A child row whose columns are id, parent, then the subform's fields. */
    static StoredRecord.Child child(Row row, CompiledSubform subform) {
        Map<String, JsonNode> clear = new LinkedHashMap<>();
        Map<String, byte[]> cells = new HashMap<>();
        fill(row, 2, subform.fields(), clear, cells);
        return new StoredRecord.Child(row.getUUID(0), clear, cells);
    }

    private static void fill(
            Row row, int from, List<CompiledField> fields, Map<String, JsonNode> clear, Map<String, byte[]> cells) {
        for (int i = 0; i < fields.size(); i++) {
            CompiledField field = fields.get(i);
            if (field.encrypted()) {
                Buffer cell = row.getDelegate().getBuffer(from + i);
                if (cell != null) {
                    cells.put(field.key(), cell.getBytes());
                }
            } else {
                JsonNode value = field.columnType().fromColumn(value(row, from + i));
                if (!value.isNull()) {
                    clear.put(field.key(), value);
                }
            }
        }
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
