package io.jianmi.form.compile;

import io.jianmi.form.access.PermissionGroup;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.compile.TablePlan.Column;
import io.jianmi.form.compile.TablePlan.Index;
import io.jianmi.form.compile.TablePlan.Part;
import io.jianmi.form.compile.TablePlan.Rows;
import io.jianmi.form.expression.CompiledExpression;
import io.jianmi.form.field.ColumnType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plans the physical table of a form (design 2). */
final class TablePlanner {

    private static final List<Column> SYSTEM = List.of(
            new Column("id", ColumnType.UUID, true),
            new Column("version", ColumnType.INTEGER, true),
            new Column("status", ColumnType.TEXT, true),
            new Column("form_version", ColumnType.INTEGER, true),
            new Column("created_at", ColumnType.TIMESTAMPTZ, true),
            new Column("created_by", ColumnType.TEXT, true),
            new Column("updated_at", ColumnType.TIMESTAMPTZ, true),
            new Column("updated_by", ColumnType.TEXT, true),
            new Column("subject_id", ColumnType.UUID, false),
            new Column("row_tag", ColumnType.BYTEA, true),
            new Column("deleted_at", ColumnType.TIMESTAMPTZ, false));

    /** Beside rows that are brought to a version that does not count yet: their seal under it, and the seal that it follows. */
    private static final List<Column> AHEAD = List.of(
            new Column(TablePlan.NEXT_TAG, ColumnType.BYTEA, false),
            new Column(TablePlan.NEXT_OF, ColumnType.BYTEA, false));

    private static final List<Column> CHILD = List.of(
            new Column("id", ColumnType.UUID, true),
            new Column("record_id", ColumnType.UUID, true),
            new Column("position", ColumnType.INTEGER, true));

    private final String table;

    TablePlanner(String form) {
        this.table = PhysicalName.table(form);
    }

    static String childTable(String form, String subform) {
        return PhysicalName.childTable(form, subform);
    }

    TablePlan plan(
            Collection<CompiledField> fields,
            List<CompiledSubform> subforms,
            List<CompiledView> views,
            List<PermissionGroup> groups,
            boolean moving) {
        Map<String, CompiledField> own = new LinkedHashMap<>();
        fields.stream()
                .filter(field -> !field.derived()
                        && subforms.stream().noneMatch(subform -> subform.key().equals(field.key())))
                .forEach(field -> own.put(field.key(), field));
        ViewIndex planner = new ViewIndex(own, scopes(groups));
        List<Index> indexes = new ArrayList<>();
        indexes.add(composite("recent", planner.recent(), Rows.LIVE));
        indexes.add(plain("subject", "subject_id", false, Rows.ALL));
        indexes.add(plain("bin", "deleted_at", false, Rows.BINNED));
        own.values().forEach(field -> indexes(field, indexes));
        views(views, planner, indexes);
        List<Column> columns = columns(SYSTEM, own.values());
        if (moving) {
            columns.addAll(AHEAD);
        }
        return new TablePlan(
                table, "", columns, indexes, subforms.stream().map(this::child).toList());
    }

    private TablePlan child(CompiledSubform subform) {
        List<Part> order = List.of(Part.ascending("record_id"), Part.ascending("position"));
        return new TablePlan(
                subform.table(),
                table,
                columns(
                        CHILD,
                        subform.fields().stream()
                                .filter(field -> !field.derived())
                                .toList()),
                List.of(new Index(PhysicalName.index(subform.table(), "order"), order, false, Rows.ALL)),
                List.of());
    }

    private void indexes(CompiledField field, List<Index> indexes) {
        for (SearchIndex index : field.indexes()) {
            indexes.add(
                    plain(field.stem() + "_" + index.mode(), index.column(), index.unique(), liveIf(index.unique())));
        }
        if (!field.encrypted() && (field.definition().unique() || field.generated())) {
            indexes.add(plain(field.stem() + "_unique", field.column(), true, Rows.LIVE));
        }
        // Of a list an index of this kind would compare the whole, and refuse a long one.
        if (field.columnType().kind() == ColumnType.Kind.UUID
                && field.type().references().isPresent()) {
            indexes.add(plain(field.stem() + "_ref", field.column(), false, Rows.ALL));
        }
    }

    private void views(List<CompiledView> views, ViewIndex planner, List<Index> indexes) {
        for (CompiledView view : views) {
            String key = view.key().replace('-', '_');
            view("view_" + key, planner.page(view), Rows.LIVE, indexes);
            view("count_" + key, planner.count(view), Rows.COUNTED_LIVE, indexes);
        }
    }

    private void view(String what, List<Part> parts, Rows rows, List<Index> indexes) {
        boolean served = indexes.stream()
                .anyMatch(index -> index.rows() == rows && index.columns().equals(parts));
        if (!parts.isEmpty() && !served) {
            indexes.add(composite(what, parts, rows));
        }
    }

    /** Scopes of groups that let read; what the others are about is not listed. */
    private static List<CompiledExpression> scopes(List<PermissionGroup> groups) {
        List<CompiledExpression> scopes = new ArrayList<>();
        for (PermissionGroup group : groups) {
            CompiledExpression scope = group.scope();
            if (scope != null && group.allows(RecordAction.READ)) {
                scopes.add(scope);
            }
        }
        return scopes;
    }

    private Index composite(String what, List<Part> parts, Rows rows) {
        return new Index(PhysicalName.listIndex(table, what, parts.toString()), parts, false, rows);
    }

    private Index plain(String what, String column, boolean unique, Rows rows) {
        return new Index(PhysicalName.index(table, what), List.of(Part.ascending(column)), unique, rows);
    }

    private static Rows liveIf(boolean unique) {
        return unique ? Rows.LIVE : Rows.ALL;
    }

    private static List<Column> columns(List<Column> system, Collection<CompiledField> fields) {
        List<Column> columns = new ArrayList<>(system);
        for (CompiledField field : fields) {
            columns.add(new Column(field.column(), field.columnType(), false));
            field.indexes().forEach(index -> columns.add(new Column(index.column(), ColumnType.BYTEA, false)));
        }
        return columns;
    }
}
