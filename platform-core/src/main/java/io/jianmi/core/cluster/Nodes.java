package io.jianmi.core.cluster;

import io.jianmi.core.time.Ids;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * Which nodes there are, for what is over only when every one of them has dropped it from memory. A node says that it lives every few
 * seconds, and with each thing that it was asked to drop, that it has. One that died is waited for as long as it could have held anything.
 */
@Singleton
public final class Nodes {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Before anything is read into memory. */
    private static final int EARLY = 40;

    /** Nobody asks any more who has dropped what. */
    private static final String OLD = "interval '1 day'";

    private final Pool pool;
    private final UUID self;
    private volatile boolean stopped;

    @Inject
    public Nodes(Pool pool, Ids ids) {
        this(pool, ids.next());
    }

    Nodes(Pool pool, UUID self) {
        this.pool = pool;
        this.self = self;
    }

    void start(@Observes @Priority(EARLY) StartupEvent event) {
        alive().await().atMost(PATIENCE);
    }

    /** What ends properly holds nothing any more. */
    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        pool.preparedQuery("delete from platform.node where id = $1")
                .execute(Tuple.of(self))
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull()
                .await()
                .atMost(PATIENCE);
    }

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> beat() {
        return stopped
                ? Uni.createFrom().voidItem()
                : alive().onFailure().recoverWithNull().replaceWithVoid();
    }

    Uni<Void> alive() {
        return pool.preparedQuery("""
                        with old as (delete from platform.node where seen_at < now() - %1$s),
                        told as (delete from platform.node_dropped where at < now() - %1$s)
                        insert into platform.node (id) values ($1) on conflict (id) do update set seen_at = now()
                        """.formatted(OLD)).execute(Tuple.of(self)).replaceWithVoid();
    }

    /** This node has dropped it. */
    public Uni<Void> dropped(UUID what) {
        return pool.preparedQuery(
                        "insert into platform.node_dropped (what, node) values ($1, $2) on conflict do nothing")
                .execute(Tuple.of(what, self))
                .replaceWithVoid();
    }

    /**
     * How many nodes have not said that they dropped it.
     *
     * @param since who was seen last before holds nothing of it any more
     */
    public Uni<Integer> owing(UUID what, Instant since) {
        return pool.preparedQuery("""
                        select count(*)::integer from platform.node n where n.seen_at >= $2
                        and not exists (select from platform.node_dropped d where d.what = $1 and d.node = n.id)
                        """)
                .execute(Tuple.of(what, since.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getInteger(0));
    }
}
