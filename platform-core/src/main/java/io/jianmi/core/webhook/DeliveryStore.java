package io.jianmi.core.webhook;

import io.jianmi.core.store.Tuples;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.webhook.Delivery.Status;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of deliveries. */
@Singleton
public final class DeliveryStore {

    private static final String COLUMNS =
            "id, event, url, source, about, status, attempts, code, created_at, last_at, next_at";

    /** A sender that dies keeps its delivery from the others for that long. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final Pool pool;

    DeliveryStore(Pool pool) {
        this.pool = pool;
    }

    /** Takes some that are due; nobody else gets them while they are being sent. */
    Uni<List<Delivery>> claim(TenantKey tenant, Instant now, int some) {
        String sql = """
                update "%1$s".webhook_delivery set attempts = attempts + 1, last_at = $1, next_at = $2
                where id = any(array(select id from "%1$s".webhook_delivery where status = 'WAITING' and next_at <= $1
                order by next_at limit $3 for update skip locked)) returning %2$s
                """.formatted(tenant.schema(), COLUMNS);
        return pool.preparedQuery(sql)
                .execute(Tuple.of(utc(now), utc(now.plus(LEASE)), some))
                .map(DeliveryStore::list);
    }

    /**
     * What a try has come to. One that was taken up anew meanwhile is left to whoever has it.
     *
     * @param next when it is tried again, of one that waits
     */
    Uni<Void> tried(TenantKey tenant, Delivery delivery, Status status, String code, @Nullable Instant next) {
        String sql = """
                update "%s".webhook_delivery set status = $3, code = $4, next_at = $5
                where id = $1 and attempts = $2 and status = 'WAITING'
                """.formatted(tenant.schema());
        return pool.preparedQuery(sql)
                .execute(Tuples.of(
                        delivery.id(), delivery.attempts(), status.name(), code, next == null ? null : utc(next)))
                .replaceWithVoid();
    }

    /** Newest first. */
    Uni<List<Delivery>> page(TenantKey tenant, Optional<Status> status, Optional<UUID> after, int limit) {
        String sql = """
                select %2$s from "%1$s".webhook_delivery where ($1::text is null or status = $1)
                and ($2::uuid is null or id < $2) order by id desc limit $3
                """.formatted(tenant.schema(), COLUMNS);
        return pool.preparedQuery(sql)
                .execute(Tuples.of(status.map(Status::name).orElse(null), after.orElse(null), limit))
                .map(DeliveryStore::list);
    }

    Uni<Optional<Delivery>> find(TenantKey tenant, UUID id) {
        return pool.preparedQuery(
                        "select %2$s from \"%1$s\".webhook_delivery where id = $1".formatted(tenant.schema(), COLUMNS))
                .execute(Tuple.of(id))
                .map(rows -> list(rows).stream().findFirst());
    }

    /** One that is over begins anew, under the same id. */
    static Write again(TenantKey tenant, UUID id, Instant now) {
        return Write.one("""
                update "%s".webhook_delivery set status = 'WAITING', attempts = 0, next_at = $2
                where id = $1 and status <> 'WAITING'
                """.formatted(tenant.schema()), Tuple.of(id, utc(now)), WebhookProblem.STILL_WAITING);
    }

    private static List<Delivery> list(RowSet<Row> rows) {
        List<Delivery> list = new ArrayList<>();
        rows.forEach(row -> list.add(new Delivery(
                row.getUUID(0),
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Status.valueOf(row.getString(5)),
                row.getInteger(6),
                row.getString(7),
                row.getOffsetDateTime(8).toInstant(),
                instant(row.getOffsetDateTime(9)),
                instant(row.getOffsetDateTime(10)))));
        return list;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
