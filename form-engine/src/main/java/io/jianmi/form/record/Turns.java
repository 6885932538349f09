package io.jianmi.form.record;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.function.Supplier;

/**
 * Work of one key runs one after the other, in the order of arrival, each on the event loop that it came from. What has
 * taken its place in the queue runs, even when its caller is gone. Thread-safe.
 */
final class Turns {

    private final Map<Object, Queue<Runnable>> waiting = new HashMap<>();

    <T> Uni<T> inTurn(Object key, Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(result -> {
            Context context = Vertx.currentContext();
            Runnable run = () -> work.get()
                    .onTermination()
                    .invoke(() -> leave(key))
                    .subscribe()
                    .with(result::complete, result::fail);
            enter(key, context == null ? run : () -> context.runOnContext(ignored -> run.run()));
        });
    }

    private void enter(Object key, Runnable run) {
        boolean first;
        synchronized (waiting) {
            first = !waiting.containsKey(key);
            if (first) {
                waiting.put(key, new ArrayDeque<>());
            } else {
                Objects.requireNonNull(waiting.get(key)).add(run);
            }
        }
        if (first) {
            run.run();
        }
    }

    private void leave(Object key) {
        Runnable next;
        synchronized (waiting) {
            next = Objects.requireNonNull(waiting.get(key)).poll();
            if (next == null) {
                waiting.remove(key);
            }
        }
        if (next != null) {
            next.run();
        }
    }
}
