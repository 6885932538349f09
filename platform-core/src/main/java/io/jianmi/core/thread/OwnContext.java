package io.jianmi.core.thread;

import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/**
 * Gives work a context of its own on the caller's event loop, as each request has one. Hibernate Reactive keeps a transaction's session
 * in the context: of two works that share it, the second would speak through the first one's session.
 */
public final class OwnContext {

    private OwnContext() {}

    /** The same result, brought back to the caller; off the event loop, where there is nothing to share, the work as it is. */
    public static <T> Uni<T> of(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Context caller = Vertx.currentContext();
            return caller == null ? work.get() : CallerContext.back(apart(caller, work));
        });
    }

    private static <T> Uni<T> apart(Context caller, Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .emitter(emitter -> VertxContext.createNewDuplicatedContext(caller)
                        .runOnContext(nothing -> Uni.createFrom()
                                .<T>deferred(work::get)
                                .subscribe()
                                .with(emitter::complete, emitter::fail)));
    }
}
