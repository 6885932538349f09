package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.store.Write;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledSubform;
import io.jianmi.form.compile.SearchIndex;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The statements that store records of one table. Their text depends on the form only, so each is prepared once. */
final class RecordWrites {

    private static final HexFormat HEX = HexFormat.of();

    private final RecordTable table;
    private final String insert;
    private final String update;
    private final String updateAll;

    RecordWrites(RecordTable table) {
        this.table = table;
        List<String> columns = columns();
        this.insert = "insert into %s (%s) values (%s)"
                .formatted(
                        qualified(table.form().table().name()),
                        quoted(columns),
                        IntStream.rangeClosed(1, columns.size())
                                .mapToObj(i -> "$" + i)
                                .collect(Collectors.joining(", ")));
        this.update = "update %s as t set %s where id = $1 and version = $%d"
                .formatted(
                        qualified(table.form().table().name()),
                        IntStream.range(1, columns.size())
                                        .mapToObj(i -> quote(columns.get(i)) + " = $" + (i + 1))
                                        .collect(Collectors.joining(", "))
                                + emptied(),
                        columns.size() + 1);
        this.updateAll = updateAll(columns);
    }

    /** Rows are locked in the order of their ids, so that two commands on the same records wait for, and do not block, each other. */
    private String updateAll(List<String> columns) {
        String name = qualified(table.form().table().name());
        return """
                update %1$s as t set %2$s from (
                    select x.* from jsonb_to_recordset($1::jsonb) as x(%3$s)
                    join %1$s as locked on locked.id = x.id order by locked.id for update of locked
                ) as x where t.id = x.id and t.version = x.version - 1
                """.formatted(
                        name,
                        columns.stream()
                                        .skip(1)
                                        .map(column -> "%1$s = x.%1$s".formatted(quote(column)))
                                        .collect(Collectors.joining(", "))
                                + emptied(),
                        definitions());
    }

    /** Whoever stores a row anew takes out of it what has moved. */
    private String emptied() {
        return table.moving().emptied().entrySet().stream()
                .map(column -> ", " + quote(column.getKey()) + " = " + column.getValue())
                .collect(Collectors.joining());
    }

    /** Stores a new record with its rows. */
    List<Write> insert(Sealed record) {
        List<Write> writes = new ArrayList<>();
        writes.add(Write.any(insert, parameters(record)));
        children(List.of(record), writes);
        return writes;
    }

    /** Replaces records that still stand at the versions before these, by as many statements whatever their number. */
    List<Write> update(List<Sealed> records) {
        List<Write> writes = new ArrayList<>();
        writes.add(
                records.size() == 1
                        ? Write.one(
                                update,
                                parameters(records.get(0))
                                        .addInteger(records.get(0).row().version() - 1))
                        : Write.many(updateAll, Tuple.of(jsonb(rows(records))), records.size()));
        for (CompiledSubform subform : table.form().subforms()) {
            writes.add(Write.any(
                    "delete from %s where record_id = any($1) and not (id = any($2))"
                            .formatted(qualified(subform.table())),
                    Tuple.of(
                            records.stream().map(record -> record.row().id()).toArray(UUID[]::new),
                            records.stream()
                                    .flatMap(record ->
                                            record.row().children().getOrDefault(subform.key(), List.of()).stream())
                                    .map(StoredRecord.Child::id)
                                    .toArray(UUID[]::new))));
        }
        children(records, writes);
        return writes;
    }

    /** Stores many new records by one statement, whatever their number. */
    List<Write> insertAll(List<Sealed> records) {
        List<Write> writes = new ArrayList<>();
        writes.add(Write.any(
                "insert into %s (%s) select %s from jsonb_to_recordset($1::jsonb) as x(%s)"
                        .formatted(
                                qualified(table.form().table().name()),
                                quoted(columns()),
                                quoted(columns()),
                                definitions()),
                Tuple.of(jsonb(rows(records)))));
        children(records, writes);
        return writes;
    }

    private ArrayNode rows(List<Sealed> records) {
        ArrayNode rows = Json.NODES.arrayNode(records.size());
        records.forEach(record -> rows.add(json(record)));
        return rows;
    }

    private void children(List<Sealed> records, List<Write> writes) {
        for (CompiledSubform subform : table.form().subforms()) {
            ArrayNode all = Json.NODES.arrayNode();
            records.forEach(record -> all.addAll(childRows(subform, record)));
            if (!all.isEmpty()) {
                writes.add(upsert(subform, all));
            }
        }
    }

    private Write upsert(CompiledSubform subform, ArrayNode rows) {
        List<String> columns = new ArrayList<>(List.of("id", "record_id", "position"));
        List<String> definitions = new ArrayList<>(List.of("id uuid", "record_id uuid", "position integer"));
        for (CompiledField field : subform.fields()) {
            columns.add(field.column());
            definitions.add(quote(field.column()) + " " + field.columnType().sql());
        }
        return Write.any(
                "insert into %s (%s) select %s from jsonb_to_recordset($1::jsonb) as x(%s) on conflict (id) do update set %s"
                        .formatted(
                                qualified(subform.table()),
                                quoted(columns),
                                quoted(columns),
                                String.join(", ", definitions),
                                columns.stream()
                                        .skip(2)
                                        .map(column -> "%1$s = excluded.%1$s".formatted(quote(column)))
                                        .collect(Collectors.joining(", "))),
                Tuple.of(jsonb(rows)));
    }

    private static ArrayNode childRows(CompiledSubform subform, Sealed record) {
        ArrayNode rows = Json.NODES.arrayNode();
        List<StoredRecord.Child> children = record.row().children().getOrDefault(subform.key(), List.of());
        for (int i = 0; i < children.size(); i++) {
            StoredRecord.Child child = children.get(i);
            ObjectNode row = rows.addObject()
                    .put("id", child.id().toString())
                    .put("record_id", record.row().id().toString())
                    .put("position", i);
            values(subform.fields(), child.clear(), child.cells(), row);
        }
        return rows;
    }

    private ObjectNode json(Sealed ready) {
        StoredRecord row = ready.row();
        ObjectNode json = Json.NODES.objectNode();
        json.put("id", row.id().toString());
        json.put("version", row.version());
        json.put("status", row.status().key());
        json.put("form_version", row.formVersion());
        json.put("created_at", row.createdAt().toString());
        json.put("created_by", row.createdBy());
        json.put("updated_at", row.updatedAt().toString());
        json.put("updated_by", row.updatedBy());
        json.put("subject_id", row.subject().toString());
        json.put("row_tag", hex(ready.tag()));
        if (row.deletedAt() != null) {
            json.put("deleted_at", row.deletedAt().toString());
        }
        values(table.fields(), row.clear(), row.cells(), json);
        ready.tokens().forEach((column, token) -> json.put(column, hex(token)));
        return json;
    }

    private static void values(
            List<CompiledField> fields, Map<String, JsonNode> clear, Map<String, byte[]> cells, ObjectNode into) {
        for (CompiledField field : fields) {
            byte[] cell = cells.get(field.key());
            if (cell != null) {
                into.put(field.column(), hex(cell));
            } else if (clear.containsKey(field.key())) {
                into.set(field.column(), clear.get(field.key()));
            }
        }
    }

    private Tuple parameters(Sealed ready) {
        StoredRecord row = ready.row();
        Tuple tuple = Tuple.tuple();
        tuple.addUUID(row.id());
        tuple.addInteger(row.version());
        tuple.addString(row.status().key());
        tuple.addInteger(row.formVersion());
        tuple.addOffsetDateTime(utc(row.createdAt()));
        tuple.addString(row.createdBy());
        tuple.addOffsetDateTime(utc(row.updatedAt()));
        tuple.addString(row.updatedBy());
        tuple.addUUID(row.subject());
        tuple.addValue(Buffer.buffer(ready.tag()));
        tuple.addValue(row.deletedAt() == null ? null : utc(row.deletedAt()));
        for (CompiledField field : table.fields()) {
            byte[] cell = row.cells().get(field.key());
            tuple.addValue(
                    field.encrypted()
                            ? buffer(cell)
                            : field.columnType().toColumn(row.clear().get(field.key())));
        }
        indexes().forEach(index -> tuple.addValue(buffer(ready.tokens().get(index.column()))));
        return tuple;
    }

    private List<SearchIndex> indexes() {
        return table.fields().stream()
                .flatMap(field -> field.indexes().stream())
                .toList();
    }

    /** All columns that a record writes, in the order of {@link #parameters}. */
    private List<String> columns() {
        List<String> columns = new ArrayList<>(RecordTable.SYSTEM);
        table.fields().forEach(field -> columns.add(field.column()));
        indexes().forEach(index -> columns.add(index.column()));
        return columns;
    }

    private String definitions() {
        List<String> definitions = new ArrayList<>(List.of(
                "id uuid",
                "version integer",
                "status text",
                "form_version integer",
                "created_at timestamptz",
                "created_by text",
                "updated_at timestamptz",
                "updated_by text",
                "subject_id uuid",
                "row_tag bytea",
                "deleted_at timestamptz"));
        table.fields()
                .forEach(field -> definitions.add(
                        quote(field.column()) + " " + field.columnType().sql()));
        indexes().forEach(index -> definitions.add(quote(index.column()) + " bytea"));
        return String.join(", ", definitions);
    }

    private String qualified(String name) {
        return quote(table.tenant().schema()) + "." + quote(name);
    }

    private static String quoted(List<String> columns) {
        return columns.stream().map(RecordWrites::quote).collect(Collectors.joining(", "));
    }

    /** Names come from compiled definitions, whose keys hold letters and digits only. */
    private static String quote(String name) {
        return "\"" + name + "\"";
    }

    private static io.vertx.core.json.JsonArray jsonb(ArrayNode rows) {
        return new io.vertx.core.json.JsonArray(Json.write(rows));
    }

    private static String hex(byte[] bytes) {
        return "\\x" + HEX.formatHex(bytes);
    }

    private static @Nullable Buffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : Buffer.buffer(bytes);
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
