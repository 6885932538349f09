package io.jianmi.core.thread;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Brings a result back to the event loop of whoever waits for it: what several requests share completes on the loop of the first, what a
 * worker makes completes on its thread, and no request may go on there.
 */
public final class CallerContext {

    private CallerContext() {}

    /** The same result, in the context of whoever subscribes; off the event loop wherever it comes from. */
    public static <T> Uni<T> back(Uni<T> elsewhere) {
        return Uni.createFrom().deferred(() -> {
            Context context = Vertx.currentContext();
            return context == null ? elsewhere : elsewhere.emitOn(command -> run(context, command));
        });
    }

    /** Waits for a shared future; a caller that gives up leaves it to the others. */
    public static <T> Uni<T> resume(Supplier<CompletableFuture<T>> shared) {
        return back(Uni.createFrom().completionStage(() -> shared.get().copy()));
    }

    private static void run(Context context, Runnable command) {
        if (Vertx.currentContext() == context) {
            command.run();
        } else {
            context.runOnContext(ignored -> command.run());
        }
    }
}
