package io.jianmi.core.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;

/** Says what a delivery carries, at the moment it is sent. */
public interface WebhookSource {

    /** Which deliveries are its own; for ever. */
    String key();

    /**
     * What is sent as {@code data}: ids, and fields as their tags let them leave.
     *
     * @param about the ids that were queued
     * @return fails with a problem when there is nothing to tell any more
     */
    Uni<ObjectNode> data(TenantKey tenant, JsonNode about);
}
