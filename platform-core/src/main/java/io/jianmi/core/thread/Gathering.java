package io.jianmi.core.thread;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * Brings look-ups together that requests ask for in the same turn of an event loop: one statement answers them all. A request that is
 * alone waits for nobody; the more there are, the fewer statements each costs. Every caller goes on in its own context.
 *
 * @param <G> what look-ups must have in common to be one
 * @param <K> what each looks up
 * @param <V> what it finds
 */
public final class Gathering<G, K, V> {

    /** Enough to make a statement's own cost small, few enough that nobody waits for the others' rows. */
    private static final int MOST = 64;

    private final int most;
    private final BiFunction<G, List<K>, Uni<Map<K, V>>> load;
    private final Map<G, List<Asker<K, V>>> gathered = new ConcurrentHashMap<>();

    private record Asker<K, V>(K key, UniEmitter<? super Optional<V>> emitter) {

        void answer(Map<K, V> found) {
            emitter.complete(Optional.ofNullable(found.get(key)));
        }
    }

    /** @param load looks several up at once; what is not there is missing from its answer */
    public Gathering(BiFunction<G, List<K>, Uni<Map<K, V>>> load) {
        this(MOST, load);
    }

    /**
     * @param most how many are looked up at once
     * @param load looks several up at once; what is not there is missing from its answer
     */
    public Gathering(int most, BiFunction<G, List<K>, Uni<Map<K, V>>> load) {
        this.most = most;
        this.load = load;
    }

    /** What belongs to a key; fails as the statement does that was to tell. */
    public Uni<Optional<V>> find(G group, K key) {
        return Uni.createFrom().deferred(() -> {
            Context context = Vertx.currentContext();
            return context == null
                    ? load.apply(group, List.of(key)).map(found -> Optional.ofNullable(found.get(key)))
                    : CallerContext.back(
                            Uni.createFrom().emitter(emitter -> join(context, group, new Asker<>(key, emitter))));
        });
    }

    private void join(Context context, G group, Asker<K, V> asker) {
        gathered.compute(group, (same, askers) -> {
            if (askers != null && askers.size() < most) {
                askers.add(asker);
                return askers;
            }
            List<Asker<K, V>> begun = new ArrayList<>();
            begun.add(asker);
            // A context of its own: what the first caller keeps in his is not for the others.
            OwnContext.beside(context).runOnContext(nothing -> leave(group, begun));
            return begun;
        });
    }

    private void leave(G group, List<Asker<K, V>> askers) {
        gathered.computeIfPresent(group, (same, gathering) -> gathering == askers ? null : gathering);
        List<K> keys = askers.stream().map(Asker::key).distinct().toList();
        Uni.createFrom()
                .deferred(() -> load.apply(group, keys))
                .subscribe()
                .with(
                        found -> askers.forEach(asker -> asker.answer(found)),
                        failure -> askers.forEach(asker -> asker.emitter().fail(failure)));
    }
}
