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
import java.util.function.Function;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

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

    private static final String INDEXES_ON = """
            select distinct c.relname from pg_index i join pg_class c on c.oid = i.indexrelid
            join pg_class t on t.oid = i.indrelid join pg_namespace n on n.oid = t.relnamespace
            join pg_attribute a on a.attrelid = t.oid and a.attnum = any(i.indkey)
            where n.nspname = $1 and t.relname = $2 and a.attname = any($3)""";

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
        return each(
                        plan,
                        table -> shape(tenant, table.name())
                                .map(standing -> TableMigration.diff(tenant.schema(), standing, table)))
                .map(FormTables::joined);
    }

    private static <T> Uni<List<T>> each(TablePlan plan, Function<TablePlan, Uni<? extends T>> work) {
        List<TablePlan> tables = new ArrayList<>(List.of(plan));
        tables.addAll(plan.children());
        return Multi.createFrom()
                .iterable(tables)
                .onItem()
                .transformToUniAndConcatenate(work)
                .collect()
                .asList();
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

    /** Takes away the columns that a version was to have which never came to count; nobody has read them. */
    Uni<Void> discard(TenantKey tenant, TablePlan plan, int version) {
        return each(plan, table -> discardOne(tenant, table, version)).replaceWithVoid();
    }

    private Uni<Void> discardOne(TenantKey tenant, TablePlan plan, int version) {
        return pool.preparedQuery(COLUMNS)
                .execute(Tuple.of(tenant.schema(), plan.name()))
                .chain(rows -> {
                    List<String> drops = new ArrayList<>();
                    rows.forEach(row -> {
                        if (ahead(row.getString(0), version)) {
                            drops.add("drop column if exists " + quoted(row.getString(0)));
                        }
                    });
                    return drops.isEmpty()
                            ? Uni.createFrom().voidItem()
                            : briefly("alter table " + quoted(tenant.schema(), plan.name()) + " "
                                    + String.join(", ", drops));
                });
    }

    private static boolean ahead(String column, int version) {
        String mark = "_v" + version;
        return column.equals(TablePlan.NEXT_OF)
                || column.equals(TablePlan.NEXT_TAG)
                || column.endsWith(mark)
                || column.contains(mark + "_");
    }

    /**
     * Statements that let nobody store a row as the version before does; of the transaction in which the version comes to count. They wait
     * for the table as briefly as everything here does.
     */
    static List<String> fence(TenantKey tenant, TablePlan plan, int version) {
        String ahead = "coalesce(\"%s\" = \"row_tag\", false)".formatted(TablePlan.NEXT_OF);
        return List.of(
                "set local lock_timeout = '" + LOCK.toMillis() + "ms'",
                fence(tenant, plan, "\"form_version\" >= " + version + " or " + ahead));
    }

    private static String fence(TenantKey tenant, TablePlan plan, String condition) {
        String name = quoted(plan.fence());
        return "alter table %s drop constraint if exists %s, add constraint %s check (%s) not valid"
                .formatted(quoted(tenant.schema(), plan.name()), name, name, condition);
    }

    /** When all rows are the version's own: indexes on columns that values have left are dropped, and dead rows swept. */
    Uni<Void> sweep(TenantKey tenant, TablePlan plan, int version, List<String> left, boolean vacuum) {
        Tuple place = Tuple.tuple()
                .addString(tenant.schema())
                .addString(plan.name())
                .addArrayOfString(left.toArray(String[]::new));
        return briefly(fence(tenant, plan, "\"form_version\" >= " + version))
                .chain(() -> pool.preparedQuery(INDEXES_ON).execute(place))
                .chain(rows -> {
                    Uni<Void> dropped = Uni.createFrom().voidItem();
                    for (Row row : rows) {
                        String drop = TableMigration.dropIndex(tenant.schema(), row.getString(0));
                        dropped = dropped.chain(() -> pool.query(drop).execute().replaceWithVoid());
                    }
                    return dropped;
                })
                .chain(() -> vacuum
                        ? each(plan, table -> vacuum(tenant, table.name()))
                                .chain(() -> vacuum(tenant, "record_history"))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> vacuum(TenantKey tenant, String table) {
        return pool.query("vacuum (analyze) " + quoted(tenant.schema(), table))
                .execute()
                .replaceWithVoid();
    }

    private static String quoted(String... names) {
        return DSL.using(SQLDialect.POSTGRES).render(DSL.quotedName(names));
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
