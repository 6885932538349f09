package io.jianmi.core.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.testing.TestDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class HousekeepingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx();
    private final Pool pool = Pool.newInstance(io.vertx.sqlclient.Pool.pool(
            vertx.getDelegate(), TestDatabase.shared().main().options(), new PoolOptions().setMaxSize(4)));

    /** Counts its rounds and does in each what the test says. */
    private record Counting(String name, AtomicInteger rounds, IntFunction<Uni<Boolean>> work) implements Chore {

        @Override
        public Uni<Boolean> run(TenantKey tenant, SqlConnection connection) {
            return work.apply(rounds.incrementAndGet());
        }
    }

    @AfterEach
    void close() {
        pool.close().await().atMost(PATIENCE);
        vertx.close().await().atMost(PATIENCE);
    }

    @Test
    void choreRunsUntilNothingIsLeftForEveryTenant() {
        Counting chore = chore("all", round -> Uni.createFrom().item(round % 3 != 0));

        node(Set.of("a", "b"), chore).run().await().atMost(PATIENCE);

        assertThat(chore.rounds()).hasValue(6);
    }

    @Test
    void choreThatFailsDoesNotKeepTheOthersFromTheirs() {
        Counting bad = chore("bad", round -> Uni.createFrom().failure(new IllegalStateException("on purpose")));
        Counting good = chore("good", round -> Uni.createFrom().item(false));

        node(Set.of("a"), bad, good).run().await().atMost(PATIENCE);

        assertThat(bad.rounds()).hasValue(1);
        assertThat(good.rounds()).hasValue(1);
    }

    @Test
    void twoNodesDoNotDoTheSameChoreAtOnce() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch rivalDone = new CountDownLatch(1);
        Counting mine = chore(
                "once",
                round -> Uni.createFrom().emitter(emitter -> {
                    begun.countDown();
                    new Thread(() -> {
                                awaitDone(rivalDone);
                                emitter.complete(false);
                            })
                            .start();
                }));
        Counting theirs = chore("once", round -> Uni.createFrom().item(false));

        var running = node(Set.of("a"), mine).run().subscribeAsCompletionStage();
        begun.await();
        node(Set.of("a"), theirs).run().await().atMost(PATIENCE);
        rivalDone.countDown();

        assertThat(running).succeedsWithin(PATIENCE);
        assertThat(mine.rounds()).hasValue(1);
        assertThat(theirs.rounds()).hasValue(0);
    }

    @Test
    void anIndexThatAChoreBuildsBesideTheWritersDoesNotWaitForTheChore() {
        pool.query("create table if not exists housekeeping_index (a int)").executeAndAwait();
        Counting chore = chore(
                "building",
                round -> pool.query(
                                "create index concurrently if not exists housekeeping_index_a on housekeeping_index (a)")
                        .execute()
                        .replaceWith(false));

        node(Set.of("a"), chore).run().await().atMost(PATIENCE);

        assertThat(pool.query("select indisvalid from pg_index where indexrelid = 'housekeeping_index_a'::regclass")
                        .executeAndAwait()
                        .iterator()
                        .next()
                        .getBoolean(0))
                .isTrue();
        pool.query("drop table housekeeping_index").executeAndAwait();
    }

    @Test
    void whatAFailedChoreDidIsUndoneAndItsLockFree() {
        pool.query("create table if not exists housekeeping_undone (a int)").executeAndAwait();
        Chore bad = new Chore() {
            @Override
            public String name() {
                return "undone";
            }

            @Override
            public Uni<Boolean> run(TenantKey tenant, SqlConnection connection) {
                return connection
                        .query("insert into housekeeping_undone values (1)")
                        .execute()
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("on purpose")));
            }
        };
        Counting next = chore("undone", round -> Uni.createFrom().item(false));

        node(Set.of("a"), bad).run().await().atMost(PATIENCE);
        node(Set.of("a"), next).run().await().atMost(PATIENCE);

        assertThat(next.rounds()).hasValue(1);
        assertThat(pool.query("select from housekeeping_undone")
                        .executeAndAwait()
                        .size())
                .isZero();
        pool.query("drop table housekeeping_undone").executeAndAwait();
    }

    private Housekeeping node(Set<String> tenants, Chore... chores) {
        return new Housekeeping(
                () -> tenants.stream().map(TenantKey::new).collect(Collectors.toSet()), pool, List.of(chores));
    }

    private static Counting chore(String name, IntFunction<Uni<Boolean>> work) {
        return new Counting(name, new AtomicInteger(), work);
    }

    private static void awaitDone(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
