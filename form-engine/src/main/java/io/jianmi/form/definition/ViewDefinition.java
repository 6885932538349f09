package io.jianmi.form.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A saved list.
 *
 * @param type {@code table}, {@code kanban}, {@code calendar} or {@code gallery}
 * @param filter a FEEL condition
 * @param sort field keys, descending with a leading minus
 */
public record ViewDefinition(
        String pointer,
        String key,
        String type,
        LocalText title,
        List<String> columns,
        @Nullable String filter,
        List<String> sort,
        @Nullable String groupBy,
        @Nullable String dateField) {

    public ViewDefinition {
        columns = List.copyOf(columns);
        sort = List.copyOf(sort);
    }
}
