package io.jianmi.form.exchange;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;

/** Lets a worker thread wait for what runs on the event loop: definitions are read there and nowhere else. */
final class Waiting {

    private Waiting() {}

    /** The item, or the failure as it is. Never from the event loop. */
    static <T> T on(Uni<T> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> work);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
