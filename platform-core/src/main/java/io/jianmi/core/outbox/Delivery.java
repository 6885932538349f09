package io.jianmi.core.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.tenant.TenantKey;
import java.sql.Connection;
import java.util.UUID;

/**
 * One message as a handler gets it.
 *
 * @param id number of the message, growing
 * @param topic which handler takes it
 * @param attempt 1 for the first try
 * @param connection of the relay's transaction; name schemas in SQL, never close or commit it
 */
public record Delivery(
        TenantKey tenant, long id, String topic, UUID key, JsonNode body, int attempt, Connection connection) {}
