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
     * @param live only records that are not in the recycle bin are indexed
     */
    public record Index(String name, List<Part> columns, boolean unique, boolean live) {

        public Index {
            columns = List.copyOf(columns);
        }
    }

    /** @param column unquoted */
    public record Part(String column, boolean descending) {}

    public boolean isChild() {
        return !parent.isEmpty();
    }
}
