package io.jianmi.core.outbox;

import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Lets a caller wait until all follow-ups of a key are done ({@code Prefer: wait}, RFC 7240). */
@Singleton
public final class OutboxDrain {

    /** Another node may do the work; then no signal comes and this poll notices. */
    private static final Duration POLL = Duration.ofMillis(60);

    private final Pool pool;
    private final Map<UUID, List<UniEmitter<? super Boolean>>> waiting = new ConcurrentHashMap<>();

    public OutboxDrain(Pool pool) {
        this.pool = pool;
    }

    /** True once no message of the key is left, false when the patience is over first. */
    public Uni<Boolean> drained(TenantKey tenant, UUID key, Duration patience) {
        return poll(tenant, key).ifNoItem().after(patience).recoverWithItem(false);
    }

    private Uni<Boolean> poll(TenantKey tenant, UUID key) {
        return empty(tenant, key)
                .chain(empty -> empty
                        ? Uni.createFrom().item(true)
                        : signal(key)
                                .ifNoItem()
                                .after(POLL)
                                .recoverWithItem(false)
                                .chain(signalled -> poll(tenant, key)));
    }

    private Uni<Boolean> empty(TenantKey tenant, UUID key) {
        return pool.preparedQuery(
                        "select not exists (select 1 from \"%s\".outbox where key = $1)".formatted(tenant.schema()))
                .execute(Tuple.of(key))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    private Uni<Boolean> signal(UUID key) {
        return Uni.createFrom().emitter(emitter -> {
            List<UniEmitter<? super Boolean>> emitters =
                    waiting.computeIfAbsent(key, ignored -> new CopyOnWriteArrayList<>());
            emitters.add(emitter);
            emitter.onTermination(() -> {
                emitters.remove(emitter);
                waiting.computeIfPresent(key, (k, list) -> list.isEmpty() ? null : list);
            });
        });
    }

    void handled(TenantKey tenant, Collection<UUID> keys) {
        for (UUID key : keys) {
            List<UniEmitter<? super Boolean>> emitters = waiting.remove(key);
            if (emitters != null) {
                emitters.forEach(emitter -> emitter.complete(true));
            }
        }
    }
}
