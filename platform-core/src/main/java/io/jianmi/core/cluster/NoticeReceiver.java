package io.jianmi.core.cluster;

import static java.util.stream.Collectors.groupingBy;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnection;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Listens on one connection that is used for nothing else. A connection that broke is replaced within seconds; since
 * notices are not kept for those who are away, every listener then drops what it has.
 */
@Singleton
public final class NoticeReceiver {

    private static final Logger LOG = Logger.getLogger(NoticeReceiver.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Before anything is read into memory. */
    private static final int EARLY = 50;

    private final Pool pool;
    private final Map<String, List<NoticeListener>> listeners;
    private volatile @Nullable SqlConnection connection;
    private volatile boolean started;
    private volatile boolean stopped;

    public NoticeReceiver(Pool pool, @All List<NoticeListener> listeners) {
        this.pool = pool;
        this.listeners = Map.copyOf(listeners.stream().collect(groupingBy(NoticeListener::topic)));
    }

    void start(@Observes @Priority(EARLY) StartupEvent event) {
        listen().await().atMost(PATIENCE);
        started = true;
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        SqlConnection current = connection;
        if (current != null) {
            // Never back to the pool, where it would go on listening.
            current.query("unlisten *")
                    .execute()
                    .eventually(current::close)
                    .onFailure()
                    .recoverWithNull()
                    .await()
                    .atMost(PATIENCE);
        }
    }

    /**
     * Notices a connection that died without a word, and listens anew. Not before the start is over: it runs on an event
     * loop, where making the listeners would take too long.
     */
    @Scheduled(every = "2s", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        SqlConnection current = connection;
        if (!started || stopped) {
            return Uni.createFrom().voidItem();
        }
        Uni<Void> looked = current == null
                ? listen().invoke(() -> {
                    LOG.info("cluster.listening-again");
                    listeners.values().forEach(all -> all.forEach(NoticeListener::missed));
                })
                : current.query("select 1").execute().replaceWithVoid();
        return looked.ifNoItem().after(PATIENCE).fail().onFailure().recoverWithUni(failure -> {
            LOG.warnf("cluster.not-listening %s", failure.getClass().getName());
            return drop(current);
        });
    }

    private Uni<Void> listen() {
        return pool.getConnection().chain(fresh -> {
            PgConnection raw = PgConnection.cast(fresh.getDelegate());
            raw.notificationHandler(notification -> received(notification.getPayload()));
            raw.closeHandler(closed -> forget(fresh));
            return fresh.query("listen " + Notices.CHANNEL)
                    .execute()
                    .invoke(() -> connection = fresh)
                    .replaceWithVoid()
                    .onFailure()
                    .call(fresh::close);
        });
    }

    private Uni<Void> drop(@Nullable SqlConnection broken) {
        if (broken == null) {
            return Uni.createFrom().voidItem();
        }
        forget(broken);
        return broken.close().onFailure().recoverWithNull();
    }

    private void forget(SqlConnection gone) {
        if (gone.equals(connection)) {
            connection = null;
        }
    }

    private void received(String text) {
        NoticeText.parse(text)
                .ifPresent(notice -> listeners
                        .getOrDefault(notice.topic(), List.of())
                        .forEach(listener -> listener.changed(notice.tenant(), notice.key())));
    }
}
