package io.jianmi.core.outbox;

import java.util.List;

/**
 * Takes the messages of one topic on a relay worker thread, inside the relay's JTA transaction: whatever it writes
 * through the delivery's connection, or an engine on the same datasource, commits together with the removal of the
 * message. Must be idempotent all the same.
 */
public interface OutboxHandler {

    String topic();

    /**
     * Told of all its messages of a batch before the first message of the batch is handled; each has another key. What is taken up for
     * them together need not be taken up one by one. Not told of a message that is handled by itself.
     */
    default void foresee(List<Delivery> deliveries) throws Exception {}

    /** Anything thrown undoes the transaction; the message is tried again later and parked after some tries. */
    void handle(Delivery delivery) throws Exception;
}
