package io.jianmi.core.thread;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/** Computing on many records takes long enough to hold up everybody else of the event loop: a worker does it. */
public final class OffLoop {

    /** A few records cost less than changing threads twice. */
    private static final int FEW = 8;

    private OffLoop() {}

    /**
     * The result comes back to the event loop of the caller.
     *
     * @param size how many records it is about
     */
    public static <T> Uni<T> run(int size, Supplier<T> work) {
        Context context = Vertx.currentContext();
        if (size <= FEW || context == null) {
            return Uni.createFrom().item(work);
        }
        return Uni.createFrom()
                .item(work)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(task -> context.runOnContext(ignored -> task.run()));
    }
}
