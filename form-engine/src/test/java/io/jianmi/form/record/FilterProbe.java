package io.jianmi.form.record;

import static org.jooq.impl.DSL.noCondition;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.crypto.BlindIndex;
import io.jianmi.core.crypto.RowSeal;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.testing.TestDatabase;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.UserContext;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.expression.CompiledExpression;
import io.jianmi.form.field.ColumnType;
import io.jianmi.form.query.Filter;
import io.jianmi.form.query.Sort;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.data.Numeric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The values of one clear field in a real table, numbered from 0, and which of them PostgreSQL chooses, in which order. */
public final class FilterProbe implements AutoCloseable {

    private static final AtomicInteger TABLES = new AtomicInteger();
    static final RecordSealer UNUSED = new RecordSealer(unusedIndex(), unusedSeal());

    private final String table = "probe_" + TABLES.incrementAndGet();
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;
    private final CompiledForm form;
    private final RecordTable rows;
    private final int stored;
    private final String field;
    private final Actor reader;

    /** @param reader somebody who reads every field of every record of the form */
    public FilterProbe(CompiledForm form, String field, Actor reader, List<JsonNode> stored) {
        this.form = form;
        this.rows = new RecordTable(reader.tenant(), form, actor -> DSL.noCondition());
        this.stored = stored.size();
        this.field = field;
        this.reader = reader;
        this.pool = Pool.newInstance(PgBuilder.pool()
                .connectingTo(TestDatabase.shared().main().options())
                .with(new PoolOptions().setMaxSize(1))
                .using(vertx.getDelegate())
                .build());
        ColumnType type = type();
        run("create table " + table + " (id int, \"" + field + "\" " + type.sql() + ")", Tuple.tuple());
        for (int i = 0; i < stored.size(); i++) {
            Tuple row = Tuple.tuple().addInteger(i).addValue(type.toColumn(stored.get(i)));
            run("insert into " + table + " values ($1, $2)", row);
        }
    }

    /** What stands in the table, as stored values. */
    public List<JsonNode> values() {
        List<JsonNode> values = new ArrayList<>();
        for (Row row : run("select \"" + field + "\" from " + table + " order by id", Tuple.tuple())) {
            values.add(type().fromColumn(value(row)));
        }
        return values;
    }

    /** The rows that a filter chooses; empty when it is refused, with findings. */
    public Optional<List<Integer>> chosen(Filter filter, List<Finding> findings) {
        Grants grants = form.access().matching(reader);
        RowRoads roads = roads(grants);
        Condition compared =
                new FilterSql(new RecordSelection.Asker(reader, form, grants), roads, UNUSED, findings).compile(filter);
        return findings.isEmpty()
                ? Optional.of(select(unordered(DSL.and(roads.condition(), compared))))
                : Optional.empty();
    }

    /** The rows that a scope lets through; empty when it has no SQL. */
    public Optional<List<Integer>> admitted(CompiledExpression scope) {
        return scope.toSql(form::sqlColumn, UserContext.of(reader))
                .condition()
                .map(condition -> select(unordered(condition)));
    }

    /** All rows in an order, ties as it may be; empty when the order is refused, with findings. */
    public Optional<List<Integer>> sorted(Sort sort, List<Finding> findings) {
        Grants grants = form.access().matching(reader);
        RecordOrder order = RecordOrder.of(rows, grants, roads(grants), List.of(sort), findings);
        return findings.isEmpty() ? Optional.of(select(order.page(Sql.part(noCondition()), stored))) : Optional.empty();
    }

    private RowRoads roads(Grants grants) {
        return new RowRoads(rows.scopes(), reader, grants, grants.readers(), Optional.empty(), Optional.empty());
    }

    private static Sql.Part unordered(Condition condition) {
        Sql.Part where = Sql.part(condition);
        return new Sql.Part(where.text() + " order by id", where.values());
    }

    private List<Integer> select(Sql.Part which) {
        Sql.Statement statement = new Sql.Builder()
                .add("select id from " + table + " where ")
                .add(which)
                .build();
        List<Integer> chosen = new ArrayList<>();
        run(statement.text(), statement.parameters()).forEach(row -> chosen.add(row.getInteger(0)));
        return chosen;
    }

    private RowSet<Row> run(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).await().indefinitely();
    }

    private ColumnType type() {
        return form.field(field).orElseThrow().columnType();
    }

    private static @Nullable Object value(Row row) {
        Object value = row.getDelegate().getValue(0);
        return value instanceof Numeric numeric ? numeric.bigDecimalValue() : value;
    }

    @Override
    public void close() {
        run("drop table " + table, Tuple.tuple());
        pool.close().await().indefinitely();
        vertx.close().await().indefinitely();
    }

    private static BlindIndex unusedIndex() {
        return (tenant, scope, index, normalized, bits) -> {
            throw new AssertionError("a clear field has no token");
        };
    }

    private static RowSeal unusedSeal() {
        return new RowSeal() {
            @Override
            public byte[] tag(TenantKey tenant, byte[] canonicalRow) {
                throw new AssertionError("nothing is sealed here");
            }

            @Override
            public boolean verifies(TenantKey tenant, byte[] canonicalRow, byte[] tag) {
                throw new AssertionError("nothing is sealed here");
            }
        };
    }
}
