package io.jianmi.core.administration;

import io.jianmi.core.administration.Health.Queue;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** What waits in a tenant's queues, in one statement. */
@Singleton
final class QueueStore {

    private final Pool pool;
    private final InstantSource clock;

    QueueStore(Pool pool, InstantSource clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** The outbox, messages to other systems, mails. */
    record Queues(Queue outbox, Queue webhooks, Queue mails) {}

    Uni<Queues> of(TenantKey tenant) {
        return pool.preparedQuery("""
                        select count(*) filter (where parked_at is null),
                        coalesce(extract(epoch from $1::timestamptz - min(created_at) filter (where parked_at is null)), 0)::bigint,
                        count(*) filter (where parked_at is not null),
                        (select count(*) from "%1$s".webhook_delivery where status = 'WAITING'),
                        (select coalesce(extract(epoch from $1::timestamptz - min(next_at)), 0)::bigint
                         from "%1$s".webhook_delivery where status = 'WAITING'),
                        (select count(*) from "%1$s".notification_mail where dead_at is null),
                        (select coalesce(extract(epoch from $1::timestamptz - min(next_at)), 0)::bigint
                         from "%1$s".notification_mail where dead_at is null),
                        (select count(*) from "%1$s".notification_mail where dead_at is not null)
                        from "%1$s".outbox""".formatted(tenant.schema()))
                .execute(Tuple.of(clock.instant().atOffset(ZoneOffset.UTC)))
                .map(rows -> queues(rows.iterator().next()));
    }

    private static Queues queues(Row row) {
        return new Queues(
                queue(row.getLong(0), row.getLong(1), row.getLong(2)),
                queue(row.getLong(3), row.getLong(4), 0),
                queue(row.getLong(5), row.getLong(6), row.getLong(7)));
    }

    /** What is not due yet has not waited. */
    private static Queue queue(long waiting, long oldest, long stuck) {
        return new Queue(waiting, Math.max(0, oldest), stuck);
    }
}
