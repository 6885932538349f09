package io.jianmi.workflow.instance;

import static java.util.stream.Collectors.joining;

import io.jianmi.core.tenant.TenantKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows for one table that go to the database with those for others as one statement, an array of texts for each column. A statement
 * costs both sides more than a row does.
 */
final class Rows {

    private final Shape shape;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    /**
     * A statement and its columns.
     *
     * @param sql with {@code %1$s} for the schema and a placeholder for the array of each column
     */
    record Shape(String sql, int columns) {

        /** @param columns name and SQL type of each, such as {@code "id uuid"} */
        static Shape into(String table, String... columns) {
            List<String[]> parts =
                    Arrays.stream(columns).map(column -> column.split(" ")).toList();
            String names = parts.stream().map(part -> part[0]).collect(joining(", "));
            String arrays = parts.stream().map(part -> "?::" + part[1] + "[]").collect(joining(", "));
            String sql = "insert into %%1$s.%s (%s) select * from unnest(%s)".formatted(table, names, arrays);
            return new Shape(sql, columns.length);
        }
    }

    Rows(Shape shape) {
        this.shape = shape;
    }

    /** @param values what {@link Object#toString} makes of them is what PostgreSQL reads */
    void add(@Nullable Object... values) {
        if (values.length != shape.columns()) {
            throw new IllegalArgumentException("a row of another width");
        }
        rows.add(values);
    }

    /** Writes all of them as one statement on one snapshot, and none has any more. No two may touch the same row. */
    static void write(TenantKey tenant, Connection connection, List<Rows> all) throws SQLException {
        List<Rows> some = all.stream().filter(rows -> !rows.rows.isEmpty()).toList();
        if (some.isEmpty()) {
            return;
        }
        String sql = some.stream()
                .map(rows -> "w%d as (%s)".formatted(some.indexOf(rows), rows.shape.sql()))
                .collect(joining(", ", "with ", " select"));
        try (PreparedStatement statement = connection.prepareStatement(sql.formatted("\"" + tenant.schema() + "\""))) {
            int parameter = 1;
            for (Rows rows : some) {
                for (int column = 0; column < rows.shape.columns(); column++) {
                    statement.setArray(parameter, connection.createArrayOf("text", rows.texts(column)));
                    parameter++;
                }
            }
            statement.execute();
        }
        some.forEach(rows -> rows.rows.clear());
    }

    private @Nullable String[] texts(int column) {
        @Nullable String[] texts = new @Nullable String[rows.size()];
        for (int row = 0; row < texts.length; row++) {
            Object value = rows.get(row)[column];
            texts[row] = value == null ? null : value.toString();
        }
        return texts;
    }
}
