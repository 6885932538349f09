package io.jianmi.core.crypto;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Brings a shared result back to the event loop of whoever waits for it: a load that several requests share completes
 * on the loop of the first, and no request may go on there.
 */
final class CallerContext {

    private CallerContext() {}

    static <T> Uni<T> resume(Uni<T> shared) {
        return Uni.createFrom().deferred(() -> {
            Context context = Vertx.currentContext();
            return context == null ? shared : shared.emitOn(command -> run(context, command));
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
