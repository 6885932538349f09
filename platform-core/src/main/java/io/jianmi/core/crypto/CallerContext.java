package io.jianmi.core.crypto;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Brings a shared result back to the event loop of whoever waits for it: a load that several requests share completes
 * on the loop of the first, and no request may go on there.
 */
final class CallerContext {

    private CallerContext() {}

    /** Waits for a shared future; a caller that gives up leaves it to the others. */
    static <T> Uni<T> resume(Supplier<CompletableFuture<T>> shared) {
        return Uni.createFrom().deferred(() -> {
            Uni<T> mine = Uni.createFrom().completionStage(() -> shared.get().copy());
            Context context = Vertx.currentContext();
            return context == null ? mine : mine.emitOn(command -> run(context, command));
        });
    }

    private static void run(Context context, Runnable command) {
        if (Vertx.currentContext() == context) {
            command.run();
        } else {
            context.runOnContext(ignored -> command.run());
        }
    }
}
