package io.jianmi.core.notification;

import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Rows of {@code notification_mail}. A claim is a lease until the next try: what its node does not finish, another takes up. */
@Singleton
final class MailQueue {

    /** After so many a mail is given up; the pauses between them add up to two days. */
    static final int TRIES = 8;

    private static final int SIZE = 20;

    private static final String CLAIM = """
            update "%1$s".notification_mail set attempts = attempts + 1,
            next_at = now() + least(interval '1 day', interval '1 minute' * power(3, attempts))
            where notification = any(array(select notification from "%1$s".notification_mail
             where dead_at is null and next_at <= now() order by next_at limit %2$d for update skip locked))
            returning notification, attempts
            """;

    private final Pool pool;
    private final NotificationStore store;

    MailQueue(Pool pool, NotificationStore store) {
        this.pool = pool;
        this.store = store;
    }

    /** @param attempts this one counted: 1 for the first */
    record Due(Notification notification, int attempts) {}

    /** Some that are due; their next try is set already. */
    Uni<List<Due>> claim(TenantKey tenant) {
        return pool.preparedQuery(CLAIM.formatted(tenant.schema(), SIZE))
                .execute()
                .chain(rows -> {
                    Map<UUID, Integer> attempts = new HashMap<>();
                    rows.forEach(row -> attempts.put(row.getUUID(0), row.getInteger(1)));
                    return attempts.isEmpty()
                            ? Uni.createFrom().item(List.of())
                            : store.byIds(tenant, attempts.keySet())
                                    .map(found -> found.stream()
                                            .map(one -> new Due(one, attempts.getOrDefault(one.id(), TRIES)))
                                            .toList());
                });
    }

    Uni<Void> done(TenantKey tenant, UUID notification) {
        return pool.preparedQuery(
                        "delete from \"%s\".notification_mail where notification = $1".formatted(tenant.schema()))
                .execute(Tuple.of(notification))
                .replaceWithVoid();
    }

    Uni<Void> failed(TenantKey tenant, UUID notification, String reason, boolean last) {
        return pool.preparedQuery("""
                        update "%s".notification_mail set failure = $2, dead_at = case when $3 then now() end
                        where notification = $1
                        """.formatted(tenant.schema()))
                .execute(Tuple.of(notification, reason, last))
                .replaceWithVoid();
    }
}
