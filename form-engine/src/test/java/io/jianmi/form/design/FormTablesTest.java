package io.jianmi.form.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.testing.TestDatabase;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.TableMigration;
import io.jianmi.form.compile.TableMigration.Change;
import io.jianmi.form.compile.TablePlan;
import io.jianmi.form.testing.TestForms;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class FormTablesTest {

    private static final Duration SOON = Duration.ofMillis(200);
    private static final AtomicInteger TENANTS = new AtomicInteger();
    private static Vertx vertx;
    private static Pool pool;

    private final TenantKey tenant = new TenantKey("tables" + TENANTS.incrementAndGet());

    private FormTables tables() {
        return new FormTables(pool);
    }

    @BeforeAll
    static void connect() {
        vertx = Vertx.vertx();
        pool = Pool.newInstance(PgBuilder.pool()
                .connectingTo(TestDatabase.shared().main().options())
                .with(new PoolOptions().setMaxSize(2))
                .using(vertx.getDelegate())
                .build());
    }

    @AfterAll
    static void disconnect() {
        pool.close().await().indefinitely();
        vertx.close().await().indefinitely();
    }

    @BeforeEach
    void schema() {
        execute("create schema \"" + tenant.schema() + "\"");
    }

    @Test
    void aNewFormGetsItsTablesAndASecondRunDoesNothing() {
        CompiledForm customer = TestForms.customer();

        TableMigration first = plan(customer);
        tables().run(tenant, first).await().indefinitely();

        assertThat(first.steps()).extracting(TableMigration.Step::change).contains(Change.CREATE_TABLE);
        assertThat(plan(customer).steps()).isEmpty();
    }

    /** As a table of an earlier release: it is given the indexes that it lacks, and none that could refuse what it holds. */
    @Test
    void aTableThatStandsIsGivenWhatIndexesItLacks() {
        CompiledForm customer = TestForms.customer();
        tables().run(tenant, plan(customer)).await().indefinitely();
        for (TablePlan.Index index : customer.table().indexes()) {
            execute("drop index \"" + tenant.schema() + "\".\"" + index.name() + "\"");
        }

        TableMigration building = plan(customer).building(customer.table());
        tables().run(tenant, building).await().indefinitely();

        assertThat(building.steps())
                .extracting(TableMigration.Step::subject)
                .anyMatch(index -> index.endsWith("__bin"))
                .hasSize((int) customer.table().indexes().stream()
                        .filter(index -> !index.unique())
                        .count());
        assertThat(plan(customer).building(customer.table()).steps()).isEmpty();
    }

    @Test
    void anAddedFieldBecomesAColumnAndARemovedOneKeepsItsOwn() {
        publish(TestForms.definition("company"));
        ObjectNode next = TestForms.definition("company");
        next.withArray("/fields").remove(3);
        next.withArray("/layout").remove(1);
        next.withArray("/fields")
                .addObject()
                .put("key", "size")
                .put("type", "number")
                .put("scale", 0);

        TableMigration migration = plan(TestForms.compiled(next));

        assertThat(migration.steps())
                .extracting(TableMigration.Step::change, TableMigration.Step::subject)
                .containsExactly(tuple(Change.ADD_COLUMN, "size"));
    }

    @Test
    void aUniqueIndexThatValuesContradictIsAFinding() {
        publish(TestForms.definition("company"));
        String table = "\"" + tenant.schema() + "\".f_company";
        for (String id :
                new String[] {"018f0000-0000-7000-8000-000000000001", "018f0000-0000-7000-8000-000000000002"}) {
            execute("insert into " + table + " (id, version, status, form_version, created_at, created_by, updated_at,"
                    + " updated_by, row_tag, title) values ('" + id
                    + "', 1, 'DRAFT', 1, now(), 'x', now(), 'x', '', 'same')");
        }
        ObjectNode next = TestForms.definition("company");
        ((ObjectNode) next.at("/fields/0")).put("unique", true);

        TableMigration migration = plan(TestForms.compiled(next));

        assertThatThrownBy(() -> tables().run(tenant, migration).await().indefinitely())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.findings())
                                .extracting(Finding::code)
                                .containsExactly("form.values-not-unique"));
        execute("update " + table + " set created_by = 'y'");
        execute("update " + table + " set title = id::text");
        TableMigration again = plan(TestForms.compiled(next));
        assertThat(again.steps()).extracting(TableMigration.Step::change).containsExactly(Change.CREATE_INDEX);
        tables().run(tenant, again).await().indefinitely();
        assertThat(plan(TestForms.compiled(next)).steps()).isEmpty();
    }

    @Test
    void aFieldThatNeedNotBeUniqueAnyMoreTakesTheSameValueTwice() {
        ObjectNode unique = TestForms.definition("company");
        ((ObjectNode) unique.at("/fields/0")).put("unique", true);
        publish(unique);

        TableMigration migration = plan(TestForms.compiled(TestForms.definition("company")));

        assertThat(migration.steps())
                .extracting(TableMigration.Step::change, TableMigration.Step::subject)
                .containsExactly(tuple(Change.DROP_STALE_INDEX, "f_company__title_unique"));
    }

    @Test
    void aScaleGrowsWithoutTouchingTheTable() {
        publish(numbered(2));

        assertThat(plan(TestForms.compiled(numbered(4)))).isEqualTo(new TableMigration(List.of(), List.of()));
    }

    /** Columns of the time when numbers had their scale in the column. */
    @Test
    void aNumberWithAScaleInItsColumnLosesItOnceItGrows() {
        publish(numbered(2));
        execute("alter table \"" + tenant.schema() + "\".f_company alter column size type numeric(30,2)");

        assertThat(plan(TestForms.compiled(numbered(2))).steps()).isEmpty();
        assertThat(plan(TestForms.compiled(numbered(1))).findings())
                .extracting(Finding::code)
                .containsExactly("form.column-type-changed");
        TableMigration grown = plan(TestForms.compiled(numbered(4)));
        assertThat(grown.steps()).extracting(TableMigration.Step::change).containsExactly(Change.WIDEN_COLUMN);
        tables().run(tenant, grown).await().indefinitely();
        assertThat(plan(TestForms.compiled(numbered(4))).steps()).isEmpty();
    }

    /** Somebody holds the table for two seconds; the change waits for him, and nobody else for longer than PostgreSQL is told to let him. */
    @Test
    void nobodyWaitsHalfASecondForAChange() throws InterruptedException {
        publish(numbered(0));
        String table = "\"" + tenant.schema() + "\".f_company";
        ObjectNode next = numbered(0);
        next.withArray("/fields").addObject().put("key", "floor").put("type", "number");
        TableMigration migration = plan(TestForms.compiled(next));
        Writers writers = new Writers(vertx, table, 16);
        Uni<Void> holder = pool.withTransaction(held -> held.query("lock table " + table + " in row exclusive mode")
                .execute()
                .chain(() -> held.query("select pg_sleep(2)").execute())
                .replaceWithVoid());

        Uni.join()
                .all(
                        holder,
                        Uni.createFrom()
                                .voidItem()
                                .onItem()
                                .delayIt()
                                .by(SOON)
                                .chain(() -> tables().run(tenant, migration)))
                .andFailFast()
                .await()
                .indefinitely();
        writers.stop();

        assertThat(writers.failures()).isEmpty();
        assertThat(writers.written()).isEqualTo(rows(table)).isGreaterThan(100);
        assertThat(plan(TestForms.compiled(next)).steps()).isEmpty();
    }

    @Test
    void aChangedViewGetsNewIndexesAndTheOldOnesGo() {
        publish(sortedBy("-size"));

        TableMigration migration = plan(TestForms.compiled(sortedBy("size")));

        assertThat(migration.steps())
                .extracting(TableMigration.Step::change)
                .containsExactly(Change.CREATE_INDEX, Change.DROP_STALE_INDEX);
        tables().run(tenant, migration).await().indefinitely();
        assertThat(plan(TestForms.compiled(sortedBy("size"))).steps()).isEmpty();
    }

    private static ObjectNode sortedBy(String key) {
        ObjectNode definition = numbered(0);
        ObjectNode view = definition
                .putArray("views")
                .addObject()
                .put("key", "sized")
                .put("type", "table")
                .put("title", "Sized");
        view.putArray("columns").add("size");
        view.putArray("sort").add(key);
        return definition;
    }

    private static ObjectNode numbered(int scale) {
        ObjectNode definition = TestForms.definition("company");
        definition
                .withArray("/fields")
                .addObject()
                .put("key", "size")
                .put("type", "number")
                .put("scale", scale);
        return definition;
    }

    private void publish(ObjectNode definition) {
        tables().run(tenant, plan(TestForms.compiled(definition))).await().indefinitely();
    }

    private TableMigration plan(CompiledForm form) {
        return tables().plan(tenant, form.table()).await().indefinitely();
    }

    private static long rows(String table) {
        return pool.query("select count(*) from " + table)
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    private static void execute(String sql) {
        pool.query(sql).execute().await().indefinitely();
    }
}
