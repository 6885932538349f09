package io.jianmi.form.compile;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.form.compile.CompiledView.SortKey;
import io.jianmi.form.compile.TablePlan.Part;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The one composite index that keeps a view's pages flat as the table grows: fields compared for equality, then the sort keys, then the
 * id that makes the order total.
 */
final class ViewIndex {

    private static final Part ID = new Part("id", true);

    private final Map<String, CompiledField> fields;

    ViewIndex(Map<String, CompiledField> fields) {
        this.fields = fields;
    }

    /** Empty when the index of the default order serves the view as well. */
    List<Part> of(CompiledView view) {
        Set<String> equal = new LinkedHashSet<>();
        if (view.filter() != null) {
            view.filter().portable().ifPresent(tree -> collect(tree, equal));
        }
        List<Part> parts = new ArrayList<>();
        equal.forEach(field -> column(field, false, parts));
        List<SortKey> sort = view.sort().isEmpty() ? List.of(new SortKey("createdAt", true)) : view.sort();
        if (equal.isEmpty() && sort.get(0).field().equals("createdAt")) {
            return List.of();
        }
        sort.stream()
                .filter(key -> !equal.contains(key.field()))
                .forEach(key -> column(key.field(), key.descending(), parts));
        parts.add(new Part(ID.column(), sort.get(0).descending()));
        return parts;
    }

    private void column(String key, boolean descending, List<Part> parts) {
        CompiledField field = fields.get(key);
        if (field != null && !field.encrypted()) {
            parts.add(new Part(field.column(), descending));
        } else {
            SystemField.parse(key).ifPresent(system -> parts.add(new Part(system.column(), descending)));
        }
    }

    /** Of {@code a = x and b = y and ...}: the fields a and b of the record. Other comparisons are left to the rows found. */
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
