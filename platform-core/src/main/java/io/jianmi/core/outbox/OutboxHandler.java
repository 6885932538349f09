package io.jianmi.core.outbox;

/**
 * Takes the messages of one topic on a relay worker thread, inside the relay's JTA transaction: whatever it writes
 * through the delivery's connection, or an engine on the same datasource, commits together with the removal of the
 * message. Must be idempotent all the same.
 */
public interface OutboxHandler {

    String topic();

    /** Anything thrown undoes the transaction; the message is tried again later and parked after some tries. */
    void handle(Delivery delivery) throws Exception;
}
