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
import java.time.Duration;
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
            select c.relname, i.indisvalid, i.indisunique
            from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
            join pg_namespace n on n.oid = t.relnamespace
            where n.nspname = $1 and t.relname = $2""";

    private static final String UNIQUE_STATE = "23505";
    private static final String LOCKED_STATE = "55P03";

    /** Longest wait for a table's lock, which is as long as anybody else waits because of it. */
    static final Duration LOCK = Duration.ofMillis(150);

    private static final Duration ASIDE = Duration.ofMillis(50);
    private static final Duration ASIDE_AT_MOST = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

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

    /**
     * Does it. A unique index that existing values contradict fails with a finding and leaves nothing behind; a table that is never free
     * for a moment with {@code form.table-busy}.
     */
    Uni<Void> run(TenantKey tenant, TableMigration migration) {
        return Multi.createFrom()
                .iterable(migration.steps())
                .onItem()
                .transformToUniAndConcatenate(step -> step(tenant, step))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> step(TenantKey tenant, TableMigration.Step step) {
        return switch (step.change()) {
            case CREATE_TABLE, ADD_COLUMN, WIDEN_COLUMN -> briefly(step.sql());
            case CREATE_INDEX -> index(tenant, step);
            case DROP_BROKEN_INDEX, DROP_STALE_INDEX ->
                pool.query(step.sql()).execute().replaceWithVoid();
        };
    }

    /**
     * Under a lock that stops writers, so for a moment only: everybody who comes after has to wait for as long as this waits, whoever holds
     * the table up. Who gets no lock in that time steps aside and tries again.
     */
    private Uni<Void> briefly(String sql) {
        return pool.withTransaction(connection -> connection
                        .query("set local lock_timeout = '" + LOCK.toMillis() + "ms'")
                        .execute()
                        .chain(() -> connection.query(sql).execute())
                        .replaceWithVoid())
                .onFailure(failure -> state(failure, LOCKED_STATE))
                .retry()
                .withBackOff(ASIDE, ASIDE_AT_MOST)
                .expireIn(PATIENCE.toMillis())
                .onFailure(failure -> state(failure, LOCKED_STATE) || failure instanceof IllegalStateException)
                .transform(failure -> ProblemException.of(DesignProblem.TABLE_BUSY));
    }

    /** Built beside the writers. A unique index that could not be built would go on refusing values, so it goes. */
    private Uni<Void> index(TenantKey tenant, TableMigration.Step step) {
        return pool.query(step.sql())
                .execute()
                .replaceWithVoid()
                .onFailure(failure -> state(failure, UNIQUE_STATE))
                .recoverWithUni(() -> pool.query(TableMigration.dropIndex(tenant.schema(), step.subject()))
                        .execute()
                        .replaceWithVoid()
                        .onItem()
                        .failWith(() -> ProblemException.of(
                                DesignProblem.FORM_INVALID,
                                List.of(Finding.error(
                                        "form.values-not-unique", "/fields", Map.of("index", step.subject()))))));
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
        Set<String> unique = new HashSet<>();
        Set<String> broken = new HashSet<>();
        indexes.forEach(row -> {
            (row.getBoolean(1) ? usable : broken).add(row.getString(0));
            if (row.getBoolean(2)) {
                unique.add(row.getString(0));
            }
        });
        return new TableShape(types, usable, unique, broken);
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

    private static boolean state(Throwable failure, String state) {
        return failure instanceof PgException pg && state.equals(pg.getSqlState());
    }
}
