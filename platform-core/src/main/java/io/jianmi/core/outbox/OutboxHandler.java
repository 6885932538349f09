package io.jianmi.core.outbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.tenant.TenantKey;
import java.sql.Connection;
import java.util.UUID;

/**
 * Takes the messages of one topic on a relay worker thread, inside the relay's JDBC transaction: what it writes through
 * {@code connection} (or an engine enlisted in the same transaction) commits together with the removal of the message.
 * Must be idempotent all the same.
 */
public interface OutboxHandler {

    String topic();

    void handle(Delivery delivery) throws Exception;

    /**
     * @param id number of the message, growing
     * @param attempt 1 for the first try
     * @param connection of the relay's transaction, search path unset: name schemas
     */
    record Delivery(TenantKey tenant, long id, UUID key, ObjectNode body, int attempt, Connection connection) {}
}
