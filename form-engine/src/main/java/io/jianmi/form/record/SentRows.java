package io.jianmi.form.record;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.form.field.ColumnType;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Many rows as parameters of one statement, an array for each column: ids and ciphertext as they are, all else as text that
 * PostgreSQL reads. A document of a thousand rows costs both sides several times as much, in memory more than in time.
 */
final class SentRows {

    private final List<Column> columns = new ArrayList<>();

    private record Column(String name, ColumnType type) {

        /** The type of the items as they are sent. */
        ColumnType sent() {
            return type.kind() == ColumnType.Kind.UUID || type.kind() == ColumnType.Kind.BYTEA ? type : ColumnType.TEXT;
        }

        String read() {
            return type.equals(sent()) ? quoted() : quoted() + "::" + type.sql() + " as " + quoted();
        }

        String quoted() {
            return '"' + name + '"';
        }

        Object[] array(int length) {
            return switch (sent().kind()) {
                case UUID -> new UUID[length];
                case BYTEA -> new Buffer[length];
                default -> new String[length];
            };
        }
    }

    /** @param name of a compiled definition or of ours: letters, digits and underscores */
    SentRows column(String name, ColumnType type) {
        columns.add(new Column(name, type));
        return this;
    }

    List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** What follows {@code from}, to be given a name; its parameters are {@code $1..$n}. */
    String from() {
        List<String> arrays = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            arrays.add("$" + (i + 1) + "::" + columns.get(i).sent().sql() + "[]");
        }
        return "(select %s from unnest(%s) as sent(%s))"
                .formatted(
                        columns.stream().map(Column::read).collect(joining(", ")),
                        String.join(", ", arrays),
                        columns.stream().map(Column::quoted).collect(joining(", ")));
    }

    /** A stored value as it is sent. */
    static @Nullable Object item(ColumnType type, @Nullable JsonNode value) {
        return type.kind() == ColumnType.Kind.UUID ? type.toColumn(value) : type.toText(value);
    }

    /** @param rows of each the values in the order of the columns: ids, buffers, text, or null */
    Tuple parameters(List<@Nullable Object[]> rows) {
        Tuple parameters = Tuple.tuple();
        for (int column = 0; column < columns.size(); column++) {
            Object[] array = columns.get(column).array(rows.size());
            for (int row = 0; row < array.length; row++) {
                array[row] = rows.get(row)[column];
            }
            parameters.addValue(array);
        }
        return parameters;
    }
}
