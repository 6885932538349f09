package io.jianmi.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.testing.TestDatabase;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whom one waits for before it is said that nobody holds something any more. */
@Tag("slow")
class NodesTest {

    private final Vertx vertx = Vertx.vertx();
    private final Pool pool = Pool.newInstance(io.vertx.sqlclient.Pool.pool(
            vertx.getDelegate(), TestDatabase.fresh().migrate().main().options(), new PoolOptions().setMaxSize(2)));
    private final Nodes one = new Nodes(pool, UUID.randomUUID());
    private final Nodes two = new Nodes(pool, UUID.randomUUID());
    private final UUID what = UUID.randomUUID();

    @AfterEach
    void close() {
        await(pool.close());
        await(vertx.close());
    }

    @Test
    void everyNodeThatLivesOwesUntilItSaysSo() {
        await(one.alive());
        await(two.alive());
        await(two.alive());

        assertThat(owing(Duration.ofMinutes(5))).isEqualTo(2);
        await(one.dropped(what));
        await(one.dropped(what));
        assertThat(owing(Duration.ofMinutes(5))).isEqualTo(1);
        await(two.dropped(what));
        assertThat(owing(Duration.ofMinutes(5))).isZero();
    }

    @Test
    void whoDiedBeforeHoldsNothingAndWhoEndsProperlyOwesNothing() {
        await(one.alive());
        await(two.alive());
        await(pool.query(
                        "update platform.node set seen_at = now() - interval '10 minutes' where id = (select min(id::text)::uuid from platform.node)")
                .execute());

        assertThat(owing(Duration.ofMinutes(5))).isEqualTo(1);
        one.stop(new ShutdownEvent());
        two.stop(new ShutdownEvent());
        assertThat(owing(Duration.ofMinutes(20))).isZero();
    }

    private int owing(Duration held) {
        return await(one.owing(what, Instant.now().minus(held)));
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(30));
    }
}
