package io.jianmi.core.thread;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
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

    /**
     * A context of its own on that one's event loop. It is declared to be nobody else's: in one that is not, Hibernate Reactive refuses to
     * open a session, and only then does anybody notice, because most work finds in memory what it would have to read.
     */
    public static Context beside(Context loop) {
        Context own = VertxContext.createNewDuplicatedContext(loop);
        VertxContextSafetyToggle.setContextSafe(own, true);
        return own;
    }

    private static <T> Uni<T> apart(Context caller, Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .emitter(emitter -> beside(caller)
                        .runOnContext(nothing -> Uni.createFrom()
                                .<T>deferred(work::get)
                                .subscribe()
                                .with(emitter::complete, emitter::fail)));
    }
}
