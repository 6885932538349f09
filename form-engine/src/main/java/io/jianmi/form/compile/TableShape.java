package io.jianmi.form.compile;

import java.util.Map;
import java.util.Set;

/**
 * A table as it stands in the database.
 *
 * @param columns name to type as PostgreSQL prints it ({@code format_type}); empty when there is no such table
 * @param indexes names of its usable indexes
 * @param unique those of them that let no value stand twice
 * @param broken names of indexes that a concurrent build left unusable
 */
public record TableShape(Map<String, String> columns, Set<String> indexes, Set<String> unique, Set<String> broken) {

    public static final TableShape ABSENT = new TableShape(Map.of(), Set.of(), Set.of(), Set.of());

    public TableShape {
        columns = Map.copyOf(columns);
        indexes = Set.copyOf(indexes);
        unique = Set.copyOf(unique);
        broken = Set.copyOf(broken);
    }

    public boolean exists() {
        return !columns.isEmpty();
    }
}
