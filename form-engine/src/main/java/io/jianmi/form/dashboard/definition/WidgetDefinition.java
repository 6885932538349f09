package io.jianmi.form.dashboard.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.form.aggregate.AggregateQuery;
import io.jianmi.form.query.RecordListRequest;
import java.util.Optional;

/**
 * A widget of a dashboard.
 *
 * @param pointer where it stands in the definition
 * @param key stable among the widgets of its dashboard
 * @param form whose records it is about
 * @param query what it asks; of one that lists records only the filter counts
 * @param records what it lists; empty where it is about groups
 * @param source as written
 */
public record WidgetDefinition(
        String pointer,
        String key,
        WidgetKind kind,
        String form,
        AggregateQuery query,
        Optional<RecordListRequest> records,
        ObjectNode source) {}
