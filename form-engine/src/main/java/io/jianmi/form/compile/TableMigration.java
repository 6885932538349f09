package io.jianmi.form.compile;

import io.jianmi.core.problem.Finding;
import io.jianmi.form.compile.TablePlan.Column;
import io.jianmi.form.compile.TablePlan.Index;
import io.jianmi.form.compile.TablePlan.Part;
import io.jianmi.form.field.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * From the table that stands to the table that a version needs: ordered steps, each of which may be repeated after a crash, since they
 * are computed anew from what stands. Columns are added and widened, never dropped or narrowed.
 *
 * @param steps in order; each is one statement outside any transaction
 * @param findings what would lose data or type; then there are no steps
 */
public record TableMigration(List<Step> steps, List<Finding> findings) {

    /** Kinds of steps, as a publish answer names them. */
    public enum Change {
        CREATE_TABLE,
        ADD_COLUMN,
        WIDEN_COLUMN,
        DROP_BROKEN_INDEX,
        CREATE_INDEX,
        DROP_STALE_INDEX
    }

    /** @param subject name of the table, column or index */
    public record Step(Change change, String subject, String sql) {}

    public TableMigration {
        steps = List.copyOf(steps);
        findings = List.copyOf(findings);
    }

    /**
     * @param schema of the tenant
     * @param standing shape of the plan's table
     */
    public static TableMigration diff(String schema, TableShape standing, TablePlan plan) {
        List<Finding> findings = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        if (standing.exists()) {
            alter(schema, standing, plan, steps, findings);
        } else {
            steps.add(create(schema, plan));
        }
        for (Index index : plan.indexes()) {
            boolean stands = standing.indexes().contains(index.name());
            if (standing.broken().contains(index.name())) {
                steps.add(drop(schema, Change.DROP_BROKEN_INDEX, index.name()));
            } else if (stands && standing.unique().contains(index.name()) != index.unique()) {
                steps.add(drop(schema, Change.DROP_STALE_INDEX, index.name()));
                stands = false;
            }
            if (!stands) {
                steps.add(index(schema, plan, index, standing.exists()));
            }
        }
        stale(standing, plan).forEach(index -> steps.add(drop(schema, Change.DROP_STALE_INDEX, index)));
        return new TableMigration(findings.isEmpty() ? steps : List.of(), findings);
    }

    /**
     * Indexes of views that are gone or have changed, which hold no data, and every write would go on paying for them; and those that would
     * go on refusing what a field now takes.
     */
    private static List<String> stale(TableShape standing, TablePlan plan) {
        Set<String> planned = plan.indexes().stream().map(Index::name).collect(Collectors.toSet());
        Set<String> refusing = plan.columns().stream()
                .flatMap(column -> PhysicalName.uniqueIndexes(plan.name(), column.name()))
                .filter(standing.unique()::contains)
                .collect(Collectors.toSet());
        return Stream.concat(standing.indexes().stream(), standing.broken().stream())
                .filter(index -> !planned.contains(index)
                        && (PhysicalName.isListIndex(plan.name(), index) || refusing.contains(index)))
                .sorted()
                .toList();
    }

    private static Step drop(String schema, Change change, String index) {
        return new Step(change, index, dropIndex(schema, index));
    }

    /** Without the indexes that go: the version before is still read by them. */
    public TableMigration adding() {
        Set<String> made = subjects(Change.CREATE_INDEX);
        return new TableMigration(
                steps.stream()
                        .filter(step -> step.change() != Change.DROP_STALE_INDEX || made.contains(step.subject()))
                        .toList(),
                findings);
    }

    /** Only the indexes that a table which stands lacks, and which refuse nothing; one that is being built is left to whoever builds it. */
    public TableMigration building(TablePlan plan) {
        boolean stands = steps.stream().noneMatch(step -> step.change() == Change.CREATE_TABLE);
        Set<String> busy = subjects(Change.DROP_BROKEN_INDEX);
        Set<String> mild = Stream.concat(Stream.of(plan), plan.children().stream())
                .flatMap(table -> table.indexes().stream())
                .filter(index -> !index.unique() && !busy.contains(index.name()))
                .map(Index::name)
                .collect(Collectors.toSet());
        return new TableMigration(
                steps.stream()
                        .filter(step -> stands && step.change() == Change.CREATE_INDEX && mild.contains(step.subject()))
                        .toList(),
                List.of());
    }

    private Set<String> subjects(Change change) {
        return steps.stream()
                .filter(step -> step.change() == change)
                .map(Step::subject)
                .collect(Collectors.toSet());
    }

    /** Takes an index away beside the writers. */
    public static String dropIndex(String schema, String index) {
        return "drop index concurrently if exists " + quoted(schema, index);
    }

    private static Step create(String schema, TablePlan plan) {
        String columns = plan.columns().stream()
                .map(TableMigration::declaration)
                .collect(Collectors.joining(", ", "", ", primary key (" + quoted("id") + ")"));
        String parent = plan.isChild()
                ? ", foreign key (" + quoted("record_id") + ") references " + quoted(schema, plan.parent())
                        + " on delete cascade"
                : "";
        return new Step(
                Change.CREATE_TABLE,
                plan.name(),
                "create table if not exists " + quoted(schema, plan.name()) + " (" + columns + parent + ")");
    }

    private static void alter(
            String schema, TableShape standing, TablePlan plan, List<Step> steps, List<Finding> findings) {
        for (Column column : plan.columns()) {
            String now = standing.columns().get(column.name());
            String table = "alter table " + quoted(schema, plan.name());
            if (now == null) {
                steps.add(new Step(
                        Change.ADD_COLUMN,
                        column.name(),
                        table + " add column if not exists " + quoted(column.name()) + " "
                                + column.type().standing()));
            } else if (ColumnType.parse(now)
                    .filter(type -> type.takes(column.type()))
                    .isEmpty()) {
                if (ColumnType.parse(now).filter(column.type()::holds).isPresent()) {
                    steps.add(new Step(
                            Change.WIDEN_COLUMN,
                            column.name(),
                            table + " alter column " + quoted(column.name()) + " type "
                                    + column.type().standing()));
                } else {
                    findings.add(Finding.error(
                            "form.column-type-changed",
                            "/fields",
                            Map.of(
                                    "column",
                                    column.name(),
                                    "from",
                                    now,
                                    "to",
                                    column.type().sql())));
                }
            }
        }
    }

    /** An index on a table that is being made needs no concurrency; there is nobody to wait for. */
    private static Step index(String schema, TablePlan plan, Index index, boolean concurrently) {
        String columns = index.columns().stream().map(TableMigration::part).collect(Collectors.joining(", "));
        return new Step(
                Change.CREATE_INDEX,
                index.name(),
                "create " + (index.unique() ? "unique " : "") + "index " + (concurrently ? "concurrently " : "")
                        + "if not exists " + quoted(index.name()) + " on " + quoted(schema, plan.name()) + " ("
                        + columns + ")" + where(index));
    }

    private static String where(Index index) {
        String condition = index.rows().condition();
        return condition.isEmpty() ? "" : " where " + condition;
    }

    private static String part(Part part) {
        return quoted(part.column()) + (part.descending() ? " desc" : "") + (part.nullsLast() ? " nulls last" : "");
    }

    private static String declaration(Column column) {
        return quoted(column.name()) + " " + column.type().standing() + (column.required() ? " not null" : "");
    }

    private static String quoted(String... names) {
        return DSL.using(SQLDialect.POSTGRES).render(DSL.quotedName(names));
    }
}
