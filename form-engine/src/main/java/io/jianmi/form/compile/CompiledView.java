package io.jianmi.form.compile;

import io.jianmi.form.definition.LocalText;
import io.jianmi.form.expression.CompiledExpression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A saved list.
 *
 * @param filter condition over the record and {@code user}; null for all records
 * @param groupBy field whose values make the columns of a board; null for none
 * @param dateField field that places a record in a calendar; null for none
 */
public record CompiledView(
        String key,
        String type,
        LocalText title,
        List<String> columns,
        @Nullable CompiledExpression filter,
        List<SortKey> sort,
        @Nullable String groupBy,
        @Nullable String dateField) {

    public CompiledView {
        columns = List.copyOf(columns);
        sort = List.copyOf(sort);
    }

    /** @param field a field or system field */
    public record SortKey(String field, boolean descending) {

        /** Of {@code key} or {@code -key}. */
        public static SortKey parse(String text) {
            return text.startsWith("-") ? new SortKey(text.substring(1), true) : new SortKey(text, false);
        }
    }
}
