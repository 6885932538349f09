package io.jianmi.form.compile;

import io.jianmi.form.compile.CompiledView.SortKey;
import io.jianmi.form.definition.ViewDefinition;
import io.jianmi.form.expression.Names;
import io.jianmi.form.field.Filterable;
import io.jianmi.form.field.Report;
import io.jianmi.form.field.Sortable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compiles views against the fields they name. */
final class ViewCompiler {

    private final ExpressionSite site;
    private final Map<String, CompiledField> fields;
    private final SqlColumns columns;
    private final Names names;
    private final Set<String> keys = new HashSet<>();

    ViewCompiler(ExpressionSite site, Map<String, CompiledField> fields, SqlColumns columns, Names names) {
        this.site = site;
        this.fields = fields;
        this.columns = columns;
        this.names = names;
    }

    CompiledView compile(ViewDefinition view) {
        Report place = new Report(view.pointer(), site.findings());
        if (!keys.add(view.key())) {
            place.child("key").error("view.duplicate-key", Map.of("key", view.key()));
        }
        for (int i = 0; i < view.columns().size(); i++) {
            checkKnown(view.columns().get(i), place.child("columns").child(i));
        }
        List<SortKey> sort = view.sort().stream().map(SortKey::parse).toList();
        for (int i = 0; i < sort.size(); i++) {
            checkSort(sort.get(i).field(), place.child("sort").child(i));
        }
        String groupBy = view.groupBy();
        if (groupBy != null) {
            checkGroup(groupBy, place.child("groupBy"));
        }
        return new CompiledView(
                view.key(),
                view.type(),
                view.title(),
                view.columns(),
                site.filter(
                        view.filter(), names, columns::of, place.child("filter").pointer()),
                sort,
                groupBy,
                view.dateField());
    }

    private boolean checkKnown(String key, Report place) {
        boolean known = fields.containsKey(key) || SystemField.parse(key).isPresent();
        if (!known) {
            place.error("view.unknown-field", Map.of("field", key));
        }
        return known;
    }

    private void checkSort(String key, Report place) {
        CompiledField field = fields.get(key);
        if (!checkKnown(key, place) || field == null) {
            return;
        }
        if (field.encrypted()) {
            place.error("view.protected-field", Map.of("field", key));
        } else if (field.type().capability(Sortable.class).isEmpty()) {
            place.error("view.sort-unsupported", Map.of("field", key));
        }
    }

    private void checkGroup(String key, Report place) {
        CompiledField field = fields.get(key);
        if (!checkKnown(key, place) || field == null) {
            return;
        }
        if (field.encrypted()) {
            place.error("view.protected-field", Map.of("field", key));
        } else if (field.type().capability(Filterable.class).isEmpty()) {
            place.error("view.group-unsupported", Map.of("field", key));
        }
    }
}
