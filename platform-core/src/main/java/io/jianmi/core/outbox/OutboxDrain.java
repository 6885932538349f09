package io.jianmi.core.outbox;

import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Lets a caller wait until all follow-ups of a key are done ({@code Prefer: wait}, RFC 7240). */
@Singleton
public final class OutboxDrain {

    /** Who waits has mostly just left a message, and this node's relay tells when it is done: looking soon is in vain. */
    private static final Duration FIRST = Duration.ofMillis(100);

    /** Another node may do the work; then no signal comes and this poll notices. */
    private static final Duration POLL = Duration.ofMillis(150);

    private static final Duration QUERY_PATIENCE = Duration.ofSeconds(5);

    private final Pool pool;
    private final Waiters waiters = new Waiters();

    public OutboxDrain(Pool pool) {
        this.pool = pool;
    }

    /**
     * True once no message of the key is left, false when the patience is over first. The answer comes on the caller's
     * event loop: what he does then must not hold up the relay.
     */
    public Uni<Boolean> drained(TenantKey tenant, UUID key, Duration patience) {
        return Uni.createFrom().deferred(() -> {
            CompletableFuture<Boolean> signal = waiters.join(key);
            return listen(tenant, key, signal, FIRST)
                    .ifNoItem()
                    .after(patience)
                    .recoverWithItem(false)
                    .onTermination()
                    .invoke(() -> waiters.leave(key, signal))
                    .emitOn(caller());
        });
    }

    private static Executor caller() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : task -> context.runOnContext(ignored -> task.run());
    }

    /** Goes on listening while it looks, so that no signal falls between. */
    private Uni<Boolean> listen(TenantKey tenant, UUID key, CompletableFuture<Boolean> signal, Duration before) {
        return Uni.createFrom()
                .completionStage(() -> signal.copy())
                .ifNoItem()
                .after(before)
                .recoverWithUni(() -> left(tenant, List.of(key)).map(Set::isEmpty))
                .chain(drained -> drained ? Uni.createFrom().item(true) : listen(tenant, key, signal, POLL));
    }

    /** Those of the keys that still have messages. */
    private Uni<Set<UUID>> left(TenantKey tenant, Collection<UUID> keys) {
        boolean one = keys.size() == 1;
        String sql = "select distinct key from \"%s\".outbox where key = %s"
                .formatted(tenant.schema(), one ? "$1" : "any($1)");
        Tuple parameters =
                one ? Tuple.of(keys.iterator().next()) : Tuple.tuple().addArrayOfUUID(keys.toArray(UUID[]::new));
        return pool.preparedQuery(sql).execute(parameters).map(rows -> {
            Set<UUID> left = new HashSet<>();
            rows.forEach(row -> left.add(row.getUUID(0)));
            return left;
        });
    }

    Waiters waiters() {
        return waiters;
    }

    /** The relay has handled messages of these keys: whoever waits for one of which none is left goes on. Blocking. */
    void handled(TenantKey tenant, Collection<UUID> keys) {
        Waiters.Group waiting = waiters.of(keys);
        if (!waiting.keys().isEmpty()) {
            waiting.release(left(tenant, waiting.keys()).await().atMost(QUERY_PATIENCE));
        }
    }
}
