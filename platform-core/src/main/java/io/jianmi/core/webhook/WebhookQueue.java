package io.jianmi.core.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Queues deliveries with the change that they tell of. */
public final class WebhookQueue {

    private WebhookQueue() {}

    /**
     * The write that queues one.
     *
     * @param event what it tells, such as {@code order.billed}
     * @param source key of the {@link WebhookSource}
     * @param about ids for the source; nothing personal
     */
    public static Write add(
            TenantKey tenant, UUID id, String event, String url, String source, ObjectNode about, Instant now) {
        return Write.one(
                """
                insert into "%s".webhook_delivery (id, event, url, source, about, status, attempts, created_at, next_at)
                values ($1, $2, $3, $4, $5, 'WAITING', 0, $6, $6)
                """.formatted(tenant.schema()),
                Tuple.tuple(List.of(id, event, url, source, Json.write(about), now.atOffset(ZoneOffset.UTC))));
    }
}
