package io.jianmi.form.compile;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.form.compile.CompiledView.SortKey;
import io.jianmi.form.compile.TablePlan.Part;
import io.jianmi.form.expression.CompiledExpression;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.OptionValues;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The two composite indexes that keep a view flat as the table grows.
 *
 * <p>Its pages: fields compared for equality, then the sort keys, then the id that makes the order total; behind them what else the
 * filter and the row scopes read, so that rows which do not match are passed over inside the index. Its count: fields compared for
 * equality, then what has few values and decides a row scope, then the others, and what the visibility of drafts reads, so that
 * the index alone answers. A count within a scope then reads the entries of that scope alone; one without a scope passes over the
 * few values (PostgreSQL's skip scan).
 */
final class ViewIndex {

    /** Each column makes every write of a record dearer. */
    private static final int MOST_FURTHER = 4;

    /** Of a field with more values, whoever has no scope would start anew too often. */
    private static final int FEW_VALUES = 32;

    private static final List<Part> DRAFTS = List.of(Part.ascending("status"), Part.ascending("created_by"));

    private final Map<String, CompiledField> fields;
    private final List<String> scoped;

    /**
     * @param fields those with a column, by key
     * @param scopes row scopes of the form's groups
     */
    ViewIndex(Map<String, CompiledField> fields, Collection<CompiledExpression> scopes) {
        this.fields = fields;
        this.scoped = scopes.stream()
                .flatMap(scope -> scope.inputs().stream().sorted())
                .distinct()
                .toList();
    }

    /** Serves what has no index of its own: everything, newest first. */
    List<Part> recent() {
        return page(Set.of(), List.of(new SortKey("createdAt", true)), List.of());
    }

    /** Empty when {@link #recent} serves the view as well. */
    List<Part> page(CompiledView view) {
        Set<String> equal = equal(view);
        List<SortKey> sort = view.sort().isEmpty() ? List.of(new SortKey("createdAt", true)) : view.sort();
        return equal.isEmpty() && sort.get(0).field().equals("createdAt") ? List.of() : page(equal, sort, read(view));
    }

    /** Empty for a view without a filter: the first rows of the table are as good as any. */
    List<Part> count(CompiledView view) {
        Set<String> equal = equal(view);
        List<Part> parts = new ArrayList<>();
        equal.forEach(field -> column(field).map(Part::ascending).ifPresent(parts::add));
        List<String> read = read(view);
        if (parts.isEmpty() && read.stream().noneMatch(this::indexed)) {
            return List.of();
        }
        further(scoped.stream().filter(this::fewValues).toList(), parts);
        further(read, parts);
        further(scoped, parts);
        DRAFTS.stream().filter(part -> !named(part.column(), parts)).forEach(parts::add);
        return parts;
    }

    private List<Part> page(Set<String> equal, List<SortKey> sort, Collection<String> read) {
        List<Part> parts = new ArrayList<>();
        equal.forEach(field -> column(field).map(Part::ascending).ifPresent(parts::add));
        sort.stream()
                .filter(key -> !equal.contains(key.field()))
                .forEach(key -> column(key.field()).ifPresent(column -> parts.add(sorted(key, column))));
        parts.add(new Part("id", sort.get(0).descending(), false));
        further(read, parts);
        further(scoped, parts);
        return parts;
    }

    private Part sorted(SortKey key, String column) {
        return new Part(column, key.descending(), key.descending() && fields.containsKey(key.field()));
    }

    private void further(Collection<String> keys, List<Part> parts) {
        int most = parts.size() + MOST_FURTHER;
        for (String key : keys) {
            Optional<String> column = column(key).filter(name -> indexed(key) && !named(name, parts));
            if (column.isPresent() && parts.size() < most) {
                parts.add(Part.ascending(column.get()));
            }
        }
    }

    private static boolean named(String column, List<Part> parts) {
        return parts.stream().anyMatch(part -> part.column().equals(column));
    }

    private Optional<String> column(String key) {
        CompiledField field = fields.get(key);
        return field == null
                ? SystemField.parse(key).map(SystemField::column)
                : Optional.of(field).filter(clear -> !clear.encrypted()).map(CompiledField::column);
    }

    private boolean indexed(String key) {
        return column(key).isPresent() && narrow(key);
    }

    private boolean fewValues(String key) {
        CompiledField field = fields.get(key);
        return field != null
                && (field.columnType().kind() == ColumnType.Kind.BOOLEAN
                        || field.type().options() instanceof OptionValues options
                                && options.values().size() <= FEW_VALUES);
    }

    /** Whether its values are short: an entry of an index has less than 2.7 kB, and free text could be longer. */
    private boolean narrow(String key) {
        CompiledField field = fields.get(key);
        if (field == null) {
            return true;
        }
        return switch (field.columnType().kind()) {
            case NUMERIC, INTEGER, BOOLEAN, DATE, TIMESTAMPTZ, TIME, DURATION, UUID -> true;
            case TEXT -> !field.type().type().freeText();
            case TEXT_ARRAY, JSONB, BYTEA -> false;
        };
    }

    private Set<String> equal(CompiledView view) {
        Set<String> equal = new LinkedHashSet<>();
        if (view.filter() != null) {
            view.filter().portable().ifPresent(tree -> collect(tree, equal));
        }
        return equal;
    }

    /** What the filter reads, in a fixed order. */
    private static List<String> read(CompiledView view) {
        return view.filter() == null
                ? List.of()
                : view.filter().inputs().stream().sorted().toList();
    }

    /** Of {@code a = x and b = y and ...}: the fields a and b of the record. Other comparisons are left to the entries found. */
    private void collect(JsonNode tree, Set<String> equal) {
        String operation = tree.path(0).asText();
        if (operation.equals("and")) {
            for (int i = 1; i < tree.size(); i++) {
                collect(tree.get(i), equal);
            }
        } else if (operation.equals("=")) {
            field(tree.path(1), tree.path(2), equal);
            field(tree.path(2), tree.path(1), equal);
        }
    }

    private void field(JsonNode side, JsonNode other, Set<String> equal) {
        boolean known = side.path(0).asText().equals("get") && side.size() == 3;
        boolean fixed =
                !other.path(0).asText().equals("get") || other.path(2).asText().equals("user");
        if (known && fixed && fields.containsKey(side.path(2).asText())) {
            equal.add(side.path(2).asText());
        }
    }
}
