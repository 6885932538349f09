package io.jianmi.form.compile;

import io.jianmi.form.compile.TablePlan.Column;
import io.jianmi.form.compile.TablePlan.Index;
import io.jianmi.form.compile.TablePlan.Part;
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

    TablePlan plan(Collection<CompiledField> fields, List<CompiledSubform> subforms, List<CompiledView> views) {
        Map<String, CompiledField> own = new LinkedHashMap<>();
        fields.stream()
                .filter(field ->
                        subforms.stream().noneMatch(subform -> subform.key().equals(field.key())))
                .forEach(field -> own.put(field.key(), field));
        List<Index> indexes = new ArrayList<>();
        indexes.add(new Index(
                PhysicalName.index(table, "recent"),
                List.of(new Part("created_at", true), new Part("id", true)),
                false,
                true));
        indexes.add(plain("subject", "subject_id", false, false));
        own.values().forEach(field -> indexes(field, indexes));
        views(views, own, indexes);
        return new TablePlan(
                table,
                "",
                columns(SYSTEM, own.values()),
                indexes,
                subforms.stream().map(this::child).toList());
    }

    private TablePlan child(CompiledSubform subform) {
        List<Part> order = List.of(new Part("record_id", false), new Part("position", false));
        return new TablePlan(
                subform.table(),
                table,
                columns(CHILD, subform.fields()),
                List.of(new Index(PhysicalName.index(subform.table(), "order"), order, false, false)),
                List.of());
    }

    private void indexes(CompiledField field, List<Index> indexes) {
        for (SearchIndex index : field.indexes()) {
            indexes.add(plain(field.key() + "_" + index.mode(), index.column(), index.unique(), index.unique()));
        }
        if (!field.encrypted() && (field.definition().unique() || field.generated())) {
            indexes.add(plain(field.key() + "_unique", field.column(), true, true));
        }
        // Of a list an index of this kind would compare the whole, and refuse a long one.
        if (field.columnType().kind() == ColumnType.Kind.UUID
                && field.type().references().isPresent()) {
            indexes.add(plain(field.key() + "_ref", field.column(), false, false));
        }
    }

    private void views(List<CompiledView> views, Map<String, CompiledField> own, List<Index> indexes) {
        ViewIndex planner = new ViewIndex(own);
        for (CompiledView view : views) {
            List<Part> parts = planner.of(view);
            boolean served = indexes.stream().anyMatch(index -> index.columns().equals(parts));
            if (!parts.isEmpty() && !served) {
                indexes.add(new Index(
                        PhysicalName.index(table, "view_" + view.key().replace('-', '_')), parts, false, true));
            }
        }
    }

    private Index plain(String what, String column, boolean unique, boolean live) {
        return new Index(PhysicalName.index(table, what), List.of(new Part(column, false)), unique, live);
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
