package io.jianmi.core.outbox;

import java.util.concurrent.Callable;

/**
 * What surrounds the handling of several messages in one transaction: what handlers leave to be written may wait until the last of
 * them, and is written together.
 */
public interface BatchScope {

    /** Runs the handlers, then writes what they left; anything thrown undoes the transaction. */
    <T> T within(Callable<T> handlers) throws Exception;
}
