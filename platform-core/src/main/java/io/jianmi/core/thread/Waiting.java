package io.jianmi.core.thread;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Lets a worker thread wait for what runs on the event loop: what is stored is read there and nowhere else. */
public final class Waiting {

    private Waiting() {}

    /** The item, or the failure as it is. Never from the event loop. */
    public static <T> T on(Uni<T> work) {
        return on(() -> work);
    }

    /** As {@link #on(Uni)}, of work that is also begun there. */
    public static <T> T on(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
