package io.jianmi.form.dashboard.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Pointer;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.aggregate.AggregateQuery;
import io.jianmi.form.aggregate.AggregateQuery.By;
import io.jianmi.form.aggregate.AggregateQuery.Order;
import io.jianmi.form.aggregate.Bucket;
import io.jianmi.form.aggregate.Dimension;
import io.jianmi.form.aggregate.Measure;
import io.jianmi.form.field.Derivation.Aggregate;
import io.jianmi.form.parse.DefinitionSchema;
import io.jianmi.form.parse.Nodes;
import io.jianmi.form.query.Filter;
import io.jianmi.form.query.FilterParser;
import io.jianmi.form.query.RecordListRequest;
import io.jianmi.form.query.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A dashboard's document to its definition. Thread-safe. */
public final class DashboardParser {

    private static final int GROUPS = 50;
    private static final int RECORDS = 10;
    private static final int MOST_RECORDS = 50;

    private final DefinitionSchema schema = new DefinitionSchema("dashboard.json");

    /** @param definition empty when the document is no object */
    public record Parsed(Optional<DashboardDefinition> definition, List<Finding> findings) {}

    /** Checks and reads a document; keeps a copy of it. */
    public Parsed parse(JsonNode document) {
        List<Finding> findings = new ArrayList<>(schema.check(document));
        Optional<DashboardDefinition> definition = document instanceof ObjectNode object
                ? Optional.of(read(object.deepCopy(), findings))
                : Optional.empty();
        return new Parsed(definition, findings);
    }

    /** A document that was checked when it was published. */
    public static DashboardDefinition read(ObjectNode source) {
        return read(source, new ArrayList<>());
    }

    private static DashboardDefinition read(ObjectNode source, List<Finding> findings) {
        List<WidgetDefinition> widgets = new ArrayList<>();
        List<JsonNode> items = Nodes.items(source.path("widgets"));
        for (int i = 0; i < items.size(); i++) {
            Optional<WidgetKind> kind = WidgetKind.parse(Nodes.text(items.get(i), "kind"));
            if (kind.isPresent() && items.get(i) instanceof ObjectNode widget) {
                widgets.add(widget(widget, kind.get(), Pointer.child("/widgets", i), findings));
            }
        }
        return new DashboardDefinition(
                Nodes.text(source, "key", ""),
                Objects.requireNonNullElse(Nodes.integer(source, "smallestGroup"), 0),
                widgets,
                source);
    }

    private static WidgetDefinition widget(ObjectNode source, WidgetKind kind, String pointer, List<Finding> findings) {
        String place = Pointer.child(pointer, "filter");
        Filter filter = FilterParser.parse(source.path("filter"), place, findings);
        List<Dimension> dimensions = dimensions(source.path("groupBy"), Pointer.child(pointer, "groupBy"));
        List<String> columns = Nodes.texts(source, "columns");
        int limit = Objects.requireNonNullElse(
                Nodes.integer(source, "limit"), kind == WidgetKind.TABLE && !columns.isEmpty() ? RECORDS : GROUPS);
        AggregateQuery query = new AggregateQuery(
                filter,
                dimensions,
                measures(source.path("measures"), Pointer.child(pointer, "measures")),
                order(Nodes.text(source, "order"), dimensions),
                bounded(limit, AggregateQuery.MOST_GROUPS));
        return new WidgetDefinition(
                pointer,
                Nodes.text(source, "key", ""),
                kind,
                Nodes.text(source, "form", ""),
                query,
                columns.isEmpty()
                        ? Optional.empty()
                        : Optional.of(records(source, filter, columns, limit, pointer, findings)),
                source);
    }

    private static RecordListRequest records(
            ObjectNode source, Filter filter, List<String> columns, int limit, String pointer, List<Finding> findings) {
        return new RecordListRequest(
                filter,
                Sort.parse(source.path("sort"), Pointer.child(pointer, "sort"), findings),
                Optional.of(columns),
                bounded(limit, MOST_RECORDS),
                Optional.empty(),
                false,
                false,
                false);
    }

    private static int bounded(int limit, int most) {
        return Math.max(1, Math.min(limit, most));
    }

    private static List<Dimension> dimensions(JsonNode array, String pointer) {
        List<Dimension> dimensions = new ArrayList<>();
        List<JsonNode> items = Nodes.items(array);
        for (int i = 0; i < items.size(); i++) {
            dimensions.add(new Dimension(
                    Pointer.child(pointer, i),
                    Nodes.text(items.get(i), "field", ""),
                    Bucket.parse(Nodes.text(items.get(i), "by"))));
        }
        return dimensions;
    }

    /** Where nothing is said, records are counted. */
    private static List<Measure> measures(JsonNode array, String pointer) {
        List<Measure> measures = new ArrayList<>();
        List<JsonNode> items = Nodes.items(array);
        for (int i = 0; i < items.size(); i++) {
            String at = Pointer.child(pointer, i);
            Optional<String> field = Optional.ofNullable(Nodes.text(items.get(i), "field"));
            Aggregate.parse(Nodes.text(items.get(i), "aggregate"))
                    .ifPresent(aggregate -> measures.add(new Measure(at, aggregate, field)));
        }
        return measures.isEmpty() ? List.of(new Measure(pointer, Aggregate.COUNT, Optional.empty())) : measures;
    }

    /** Where nothing is said, times run on and other groups stand by size. */
    private static Order order(@Nullable String word, List<Dimension> dimensions) {
        if (word == null) {
            boolean time = !dimensions.isEmpty()
                    && dimensions.get(0).by().filter(Bucket::ofTime).isPresent();
            return time ? new Order(By.KEY, false) : new Order(By.VALUE, true);
        }
        boolean descending = word.startsWith("-");
        return new Order(word.endsWith("key") ? By.KEY : By.VALUE, descending);
    }
}
