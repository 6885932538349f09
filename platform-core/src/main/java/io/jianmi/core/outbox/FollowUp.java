package io.jianmi.core.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/**
 * Takes the messages of one topic by running a command. The command's writes must contain {@link Outbox#done}, so that
 * the effect and the removal of the message are one transaction and a second delivery changes nothing.
 */
public interface FollowUp {

    String topic();

    Uni<Void> handle(TenantKey tenant, long id, UUID key, JsonNode body);
}
