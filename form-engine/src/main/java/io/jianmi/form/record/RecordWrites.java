package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.store.Write;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledSubform;
import io.jianmi.form.compile.SearchIndex;
import io.jianmi.form.field.ColumnType;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The statements that store records of one table. Their text depends on the form only, so each is prepared once. */
final class RecordWrites {

    private final RecordTable table;
    private final SentRows rows;
    private final String insert;
    private final String update;
    private final String updateAll;
    private final String insertAll;

    RecordWrites(RecordTable table) {
        this.table = table;
        this.rows = columns();
        List<String> columns = rows.names();
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
        this.insertAll = "insert into %s (%s) select x.* from %s as x"
                .formatted(qualified(table.form().table().name()), quoted(columns), rows.from());
    }

    /** Rows are locked in the order of their ids, so that two commands on the same records wait for, and do not block, each other. */
    private String updateAll(List<String> columns) {
        String name = qualified(table.form().table().name());
        return """
                update %1$s as t set %2$s from (
                    select x.* from %3$s as x
                    join %1$s as locked on locked.id = x.id order by locked.id for update of locked
                ) as x where t.id = x.id and t.version = x.version - 1
                """.formatted(
                        name,
                        columns.stream()
                                        .skip(1)
                                        .map(column -> "%1$s = x.%1$s".formatted(quote(column)))
                                        .collect(Collectors.joining(", "))
                                + emptied(),
                        rows.from());
    }

    /** Whoever stores a row anew takes out of it what has moved. */
    private String emptied() {
        return Sql.also(table.moving().emptied());
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
                        : Write.many(updateAll, all(records), records.size()));
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
        writes.add(Write.any(insertAll, all(records)));
        children(records, writes);
        return writes;
    }

    private Tuple all(List<Sealed> records) {
        return rows.parameters(records.stream().map(this::row).toList());
    }

    private void children(List<Sealed> records, List<Write> writes) {
        for (CompiledSubform subform : table.form().subforms()) {
            List<@Nullable Object[]> all = new ArrayList<>();
            records.forEach(record -> childRows(subform, record, all));
            if (!all.isEmpty()) {
                writes.add(upsert(subform, all));
            }
        }
    }

    private Write upsert(CompiledSubform subform, List<@Nullable Object[]> all) {
        String before =
                "(select r.\"form_version\" from %s as r where r.\"id\" = c.\"record_id\")".formatted(table.name());
        SentRows sent = new SentRows()
                .column("id", ColumnType.UUID)
                .column("record_id", ColumnType.UUID)
                .column("position", ColumnType.INTEGER);
        subform.fields().forEach(field -> sent.column(field.column(), field.columnType()));
        return Write.any(
                "insert into %s as c (%s) select x.* from %s as x on conflict (id) do update set %s"
                        .formatted(
                                qualified(subform.table()),
                                quoted(sent.names()),
                                sent.from(),
                                sent.names().stream()
                                                .skip(2)
                                                .map(column -> "%1$s = excluded.%1$s".formatted(quote(column)))
                                                .collect(Collectors.joining(", "))
                                        + Sql.also(table.moving().emptiedCells(subform.key(), before))),
                sent.parameters(all));
    }

    private static void childRows(CompiledSubform subform, Sealed record, List<@Nullable Object[]> into) {
        List<StoredRecord.Child> children = record.row().children().getOrDefault(subform.key(), List.of());
        for (int i = 0; i < children.size(); i++) {
            StoredRecord.Child child = children.get(i);
            List<@Nullable Object> row = new ArrayList<>();
            row.add(child.id());
            row.add(record.row().id());
            row.add(Integer.toString(i));
            values(subform.fields(), child.clear(), child.cells(), row);
            into.add(row.toArray());
        }
    }

    private @Nullable Object[] row(Sealed ready) {
        StoredRecord row = ready.row();
        List<@Nullable Object> values = new ArrayList<>(rows.names().size());
        values.add(row.id());
        values.add(Integer.toString(row.version()));
        values.add(row.status().key());
        values.add(Integer.toString(row.formVersion()));
        values.add(row.createdAt().toString());
        values.add(row.createdBy());
        values.add(row.updatedAt().toString());
        values.add(row.updatedBy());
        values.add(row.subject());
        values.add(Buffer.buffer(ready.tag()));
        values.add(row.deletedAt() == null ? null : row.deletedAt().toString());
        values(table.fields(), row.clear(), row.cells(), values);
        indexes().forEach(index -> values.add(buffer(ready.tokens().get(index.column()))));
        return values.toArray();
    }

    private static void values(
            List<CompiledField> fields,
            Map<String, JsonNode> clear,
            Map<String, byte[]> cells,
            List<@Nullable Object> into) {
        for (CompiledField field : fields) {
            into.add(
                    field.encrypted()
                            ? buffer(cells.get(field.key()))
                            : SentRows.item(field.columnType(), clear.get(field.key())));
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
    private SentRows columns() {
        SentRows columns = new SentRows();
        RecordTable.SYSTEM.forEach((name, type) -> columns.column(name, type));
        table.fields().forEach(field -> columns.column(field.column(), field.columnType()));
        indexes().forEach(index -> columns.column(index.column(), ColumnType.BYTEA));
        return columns;
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

    private static @Nullable Buffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : Buffer.buffer(bytes);
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
