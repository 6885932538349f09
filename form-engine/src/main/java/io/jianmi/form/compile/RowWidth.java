package io.jianmi.form.compile;

import io.jianmi.core.problem.Finding;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.Report;
import java.util.List;
import java.util.Map;

/**
 * Whether the fields of a form fit into one row when all of them are filled. PostgreSQL moves long values out of a row and leaves a pointer
 * of 18 bytes; a row of more than 8,160 bytes it does not store at all ("Limits" and "TOAST" of its manual), which nobody must learn
 * from a record that cannot be saved.
 */
final class RowWidth {

    /** Bytes for fields: what is left beside the header, the bits for empty columns and the columns of every record. */
    static final int MOST = 7_700;

    private static final int POINTER = 18;
    private static final int HEADER = 3;
    private static final int UNBOUNDED_NUMBER = 18;

    private RowWidth() {}

    /** Of a version to come only: one that stands has its records. */
    static void check(CompiledForm form, List<Finding> findings) {
        int width = of(form);
        if (width > MOST) {
            new Report("/fields", findings).error("form.row-too-wide", Map.of("bytes", width, "most", MOST));
        }
    }

    /** Bytes that the fields of a row take at most, with what it keeps of removed ones. */
    private static int of(CompiledForm form) {
        int now = form.fields().stream()
                .filter(field -> !field.derived())
                .mapToInt(field ->
                        bytes(field.columnType()) + POINTER * field.indexes().size())
                .sum();
        int kept = form.kept().ownColumns().stream()
                .mapToInt(field -> POINTER + POINTER * field.tokens().size())
                .sum();
        return now + kept;
    }

    private static int bytes(ColumnType column) {
        return switch (column.kind()) {
            case BOOLEAN -> 1;
            case INTEGER, DATE -> Integer.BYTES;
            case TIMESTAMPTZ, TIME, DURATION -> Long.BYTES;
            case UUID -> 2 * Long.BYTES;
            case NUMERIC -> number(column);
            case TEXT, TEXT_ARRAY, JSONB, BYTEA -> POINTER;
        };
    }

    /** Four decimal digits take two bytes. */
    private static int number(ColumnType column) {
        int groups = (column.precision() + 3) / 4 + 1;
        return column.precision() == 0 ? UNBOUNDED_NUMBER : Math.min(UNBOUNDED_NUMBER, HEADER + 2 * groups);
    }
}
