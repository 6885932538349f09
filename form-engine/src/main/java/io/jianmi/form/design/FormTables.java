package io.jianmi.form.design;

import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.compile.TableMigration;
import io.jianmi.form.compile.TablePlan;
import io.jianmi.form.compile.TableShape;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings the physical tables of a form to a plan. Concurrent index builds run in no transaction, so neither does the rest: every step is
 * worked out anew from what stands, and a publish that was cut off is simply repeated.
 */
@Singleton
final class FormTables {

    private static final String COLUMNS = """
            select a.attname, format_type(a.atttypid, a.atttypmod)
            from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = $1 and c.relname = $2 and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped""";

    private static final String INDEXES = """
            select c.relname, i.indisvalid
            from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
            join pg_namespace n on n.oid = t.relnamespace
            where n.nspname = $1 and t.relname = $2""";

    private static final String UNIQUE_STATE = "23505";

    private final Pool pool;

    FormTables(Pool pool) {
        this.pool = pool;
    }

    /** What would be done, for the table and its child tables in order. */
    Uni<TableMigration> plan(TenantKey tenant, TablePlan plan) {
        List<TablePlan> tables = new ArrayList<>();
        tables.add(plan);
        tables.addAll(plan.children());
        return Multi.createFrom()
                .iterable(tables)
                .onItem()
                .transformToUniAndConcatenate(table -> shape(tenant, table.name())
                        .map(standing -> TableMigration.diff(tenant.schema(), standing, table)))
                .collect()
                .asList()
                .map(FormTables::joined);
    }

    /** Does it. A unique index that existing values contradict fails with a finding. */
    Uni<Void> run(TableMigration migration) {
        return Multi.createFrom()
                .iterable(migration.steps())
                .onItem()
                .transformToUniAndConcatenate(this::step)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<TableMigration.Step> step(TableMigration.Step step) {
        return pool.query(step.sql())
                .execute()
                .replaceWith(step)
                .onFailure(FormTables::notUnique)
                .transform(failure -> ProblemException.of(
                        DesignProblem.FORM_INVALID,
                        List.of(Finding.error("form.values-not-unique", "/fields", Map.of("index", step.subject())))));
    }

    private Uni<TableShape> shape(TenantKey tenant, String table) {
        Tuple place = Tuple.of(tenant.schema(), table);
        return pool.preparedQuery(COLUMNS)
                .execute(place)
                .chain(columns -> pool.preparedQuery(INDEXES).execute(place).map(indexes -> shape(columns, indexes)));
    }

    private static TableShape shape(RowSet<Row> columns, RowSet<Row> indexes) {
        Map<String, String> types = new HashMap<>();
        columns.forEach(row -> types.put(row.getString(0), row.getString(1)));
        Set<String> usable = new HashSet<>();
        Set<String> broken = new HashSet<>();
        indexes.forEach(row -> (row.getBoolean(1) ? usable : broken).add(row.getString(0)));
        return new TableShape(types, usable, broken);
    }

    private static TableMigration joined(List<TableMigration> migrations) {
        List<Finding> findings =
                migrations.stream().flatMap(each -> each.findings().stream()).toList();
        return new TableMigration(
                findings.isEmpty()
                        ? migrations.stream()
                                .flatMap(each -> each.steps().stream())
                                .toList()
                        : List.of(),
                findings);
    }

    private static boolean notUnique(Throwable failure) {
        return failure instanceof PgException pg && UNIQUE_STATE.equals(pg.getSqlState());
    }
}
