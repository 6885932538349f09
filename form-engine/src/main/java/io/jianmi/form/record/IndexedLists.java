package io.jianmi.form.record;

import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.SystemField;
import io.jianmi.form.compile.TablePlan;
import io.jianmi.form.compile.TablePlan.Part;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.field.Operator;
import io.jianmi.form.query.Filter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells lists that one index of the form's table answers: it begins with what the filter compares for equality, goes on in the list's
 * order and holds whatever else the filter compares, as the index of a view does. It is the road whatever the values are, so that
 * planning anew for each page finds nothing.
 */
final class IndexedLists {

    private IndexedLists() {}

    /** @param order of the list, as an index has it; empty when it is not by columns alone */
    static boolean serves(CompiledForm form, Filter filter, Optional<List<Part>> order) {
        Set<String> equal = new HashSet<>();
        Set<String> further = new HashSet<>();
        return order.isPresent()
                && compared(form, filter, equal, further)
                && form.table().indexes().stream()
                        .filter(index -> index.rows() == TablePlan.Rows.LIVE)
                        .anyMatch(index -> serves(index.columns(), equal, order.get(), further));
    }

    private static boolean serves(List<Part> index, Set<String> equal, List<Part> order, Set<String> further) {
        int ordered = equal.size() + order.size();
        return index.size() >= ordered
                && equal.equals(columns(index.subList(0, equal.size())))
                && order.equals(index.subList(equal.size(), ordered))
                && columns(index).containsAll(further);
    }

    private static Set<String> columns(List<Part> parts) {
        Set<String> columns = new HashSet<>();
        parts.forEach(part -> columns.add(part.column()));
        return columns;
    }

    /** Sorts what a filter compares into columns; false where that is not all there is to it. */
    private static boolean compared(CompiledForm form, Filter filter, Set<String> equal, Set<String> further) {
        if (filter instanceof Filter.And all) {
            return all.parts().stream().allMatch(part -> compared(form, part, equal, further));
        }
        if (!(filter instanceof Filter.Comparison comparison)) {
            return false;
        }
        Optional<String> column = column(form, comparison.field());
        boolean same = comparison.operator() == Operator.EQ || comparison.operator() == Operator.ME;
        column.ifPresent(name -> (same ? equal : further).add(name));
        return column.isPresent();
    }

    private static Optional<String> column(CompiledForm form, String key) {
        return SystemField.parse(key)
                .map(SystemField::column)
                .or(() -> form.field(key)
                        .filter(field -> !field.encrypted() && single(field))
                        .map(CompiledField::column));
    }

    private static boolean single(CompiledField field) {
        ColumnType.Kind kind = field.columnType().kind();
        return kind != ColumnType.Kind.TEXT_ARRAY && kind != ColumnType.Kind.JSONB;
    }
}
