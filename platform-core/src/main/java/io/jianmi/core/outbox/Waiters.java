package io.jianmi.core.outbox;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who waits on this node until no message of a key is left. Pure; for any threads. */
final class Waiters {

    private final Map<UUID, List<CompletableFuture<Boolean>>> waiting = new ConcurrentHashMap<>();

    /** One more; completed with true when the key's messages are done. */
    CompletableFuture<Boolean> join(UUID key) {
        CompletableFuture<Boolean> signal = new CompletableFuture<>();
        waiting.computeIfAbsent(key, first -> new CopyOnWriteArrayList<>()).add(signal);
        return signal;
    }

    void leave(UUID key, CompletableFuture<Boolean> signal) {
        waiting.computeIfPresent(key, (same, signals) -> {
            signals.removeIf(each -> each == signal);
            return signals.isEmpty() ? null : signals;
        });
    }

    /**
     * Those who wait for some of the keys now. To be asked for before looking what is left: who comes later may wait for a message
     * that the look does not see.
     */
    Group of(Collection<UUID> keys) {
        Map<UUID, List<CompletableFuture<Boolean>>> now = new HashMap<>();
        keys.forEach(key -> Optional.ofNullable(waiting.get(key)).ifPresent(all -> now.put(key, List.copyOf(all))));
        return new Group(now);
    }

    /** Those who waited at one moment. */
    record Group(Map<UUID, List<CompletableFuture<Boolean>>> waiting) {

        static final Group NOBODY = new Group(Map.of());

        Set<UUID> keys() {
            return waiting.keySet();
        }

        /** @param left keys of which there are messages still: who waits for one of them goes on waiting */
        void release(Set<UUID> left) {
            waiting.forEach((key, signals) -> {
                if (!left.contains(key)) {
                    signals.forEach(signal -> signal.complete(true));
                }
            });
        }
    }
}
