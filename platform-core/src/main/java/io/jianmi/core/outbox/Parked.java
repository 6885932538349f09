package io.jianmi.core.outbox;

import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.UUID;

/**
 * Lets the relay try parked messages once more; one that fails again is parked again at once. Whoever commits this wakes
 * the relay with {@link Outbox#committed}, or leaves it to its poll.
 */
public final class Parked {

    private Parked() {}

    /** One message; fails when it is parked no longer. */
    public static Write again(TenantKey tenant, long id) {
        return Write.one(
                "update \"%s\".outbox set parked_at = null, next_at = now() where id = $1 and parked_at is not null"
                        .formatted(tenant.schema()),
                Tuple.of(id),
                OutboxProblem.ALREADY_HANDLED);
    }

    /** All of a key: what they were to do has changed, and what comes behind them must not wait for ever. */
    public static Write again(TenantKey tenant, UUID key) {
        return Write.any(
                "update \"%s\".outbox set parked_at = null, next_at = now() where key = $1 and parked_at is not null"
                        .formatted(tenant.schema()),
                Tuple.of(key));
    }
}
