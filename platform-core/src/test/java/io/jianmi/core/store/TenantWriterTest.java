package io.jianmi.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.testing.TestDatabase;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.PoolOptions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TenantWriterTest {

    private final Vertx vertx = Vertx.vertx();
    private final Pool pool = PgBuilder.pool()
            .with(new PoolOptions().setMaxSize(2))
            .connectingTo(TestDatabase.shared().main().options())
            .using(vertx)
            .build();
    private final TenantWriter writer = new TenantWriter(pool);

    @BeforeEach
    void freshTable() {
        run("create schema if not exists t_writer");
        run("drop table if exists t_writer.note");
        run("create table t_writer.note (id int primary key, version int not null)");
    }

    @AfterAll
    void close() {
        pool.closeAndAwait();
        vertx.closeAndAwait();
    }

    @Test
    void writesAllOrNothing() {
        writer.commit(List.of(insert(1), insert(2))).await().indefinitely();

        assertThatThrownBy(() ->
                        writer.commit(List.of(insert(3), insert(2))).await().indefinitely())
                .isInstanceOf(UniqueViolation.class)
                .hasMessage("note_pkey");
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void aGuardThatDoesNotHoldUndoesTheRest() {
        writer.commit(List.of(insert(1))).await().indefinitely();

        assertThatThrownBy(() ->
                        writer.commit(List.of(insert(2), bump(1, 7))).await().indefinitely())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(StoreProblem.LOST_RACE));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aGuardThatHoldsLetsEverythingThrough() {
        writer.commit(List.of(insert(1))).await().indefinitely();
        writer.commit(List.of(insert(2), bump(1, 0))).await().indefinitely();

        assertThat(count()).isEqualTo(2);
    }

    private static Write insert(int id) {
        return Write.any("insert into t_writer.note (id, version) values ($1, $2)", Tuple.of(id, 0));
    }

    private static Write bump(int id, int version) {
        return Write.one(
                "update t_writer.note set version = version + 1 where id = $1 and version = $2", Tuple.of(id, version));
    }

    private int count() {
        return pool.query("select count(*)::int from t_writer.note")
                .executeAndAwait()
                .iterator()
                .next()
                .getInteger(0);
    }

    private void run(String sql) {
        pool.query(sql).executeAndAwait();
    }
}
