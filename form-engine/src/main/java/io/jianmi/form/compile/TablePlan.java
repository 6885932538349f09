package io.jianmi.form.compile;

import io.jianmi.form.field.ColumnType;
import java.util.List;

/**
 * The physical table of a form, or of one of its subforms.
 *
 * @param name unquoted, without schema
 * @param parent name of the parent table for a child table, empty for a form's own
 * @param children tables of the subforms
 */
public record TablePlan(
        String name, String parent, List<Column> columns, List<Index> indexes, List<TablePlan> children) {

    /**
     * True of every record, and the mark of a count: an index under this condition serves counts alone, so that no page is ever
     * read through it and sorted, however the planner guesses.
     */
    public static final String COUNTED = "\"version\" > 0";

    /** The seal of a row under a version that does not count yet, or whose rows are still being brought to it. */
    public static final String NEXT_TAG = "next_tag";

    /** The seal of the row from which that was made: where it is another now, the row has changed since. */
    public static final String NEXT_OF = "next_of";

    /** Which records an index holds. */
    public enum Rows {
        ALL(""),
        /** Those that are not in the recycle bin. */
        LIVE("\"deleted_at\" is null"),
        /** The same, for counting alone. */
        COUNTED_LIVE("\"deleted_at\" is null and " + COUNTED),
        /** Those in the recycle bin. */
        BINNED("\"deleted_at\" is not null");

        private final String condition;

        Rows(String condition) {
            this.condition = condition;
        }

        /** SQL; empty for all. */
        String condition() {
            return condition;
        }
    }

    public TablePlan {
        columns = List.copyOf(columns);
        indexes = List.copyOf(indexes);
        children = List.copyOf(children);
    }

    /**
     * @param name unquoted
     * @param required NOT NULL; system columns only, since drafts may lack any field
     */
    public record Column(String name, ColumnType type, boolean required) {}

    /**
     * @param columns in order
     * @param rows which records are indexed
     */
    public record Index(String name, List<Part> columns, boolean unique, Rows rows) {

        public Index {
            columns = List.copyOf(columns);
        }
    }

    /**
     * @param column unquoted
     * @param nullsLast of a descending column: lists put empty values last either way
     */
    public record Part(String column, boolean descending, boolean nullsLast) {

        static Part ascending(String column) {
            return new Part(column, false, false);
        }
    }

    /** The constraint that keeps out rows of versions before one that stores fields otherwise. */
    public String fence() {
        return PhysicalName.index(name, "fence");
    }

    public boolean isChild() {
        return !parent.isEmpty();
    }
}
