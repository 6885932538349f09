package io.jianmi.workflow.delegation;

import io.jianmi.core.identity.MemberId;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Delegations as they are kept; the engine's turns read the same table. */
@Singleton
final class DelegationStore {

    private static final String SELECT = """
            select id, member, delegate, starts_at, ends_at, workflows, open_too, created_at from "%s".delegation
            where ended_at is null and ends_at > $1 """;

    private static final String NEWEST = " order by created_at desc, id desc limit 5000";

    private final Pool pool;

    DelegationStore(Pool pool) {
        this.pool = pool;
    }

    /** Those that nobody has ended and that are not over, newest first. */
    Uni<List<Delegation>> standing(TenantKey tenant, Instant now) {
        return read(tenant, SELECT + NEWEST, Tuple.of(utc(now)));
    }

    /** Those of them by which the member delegates, or is the delegate. */
    Uni<List<Delegation>> of(TenantKey tenant, String member, Instant now) {
        return read(tenant, SELECT + " and (member = $2 or delegate = $2)" + NEWEST, Tuple.of(utc(now), member));
    }

    /** Those that have begun, take open tasks with them, and have not done so yet. */
    Uni<List<Delegation>> beginning(TenantKey tenant, Instant now) {
        return read(
                tenant,
                SELECT + " and open_too and handed_at is null and starts_at <= $1" + NEWEST,
                Tuple.of(utc(now)));
    }

    private Uni<List<Delegation>> read(TenantKey tenant, String sql, Tuple parameters) {
        return pool.preparedQuery(sql.formatted(tenant.schema()))
                .execute(parameters)
                .map(rows -> {
                    List<Delegation> list = new ArrayList<>();
                    for (Row row : rows) {
                        list.add(read(row));
                    }
                    return list;
                });
    }

    private static Delegation read(Row row) {
        String[] workflows = row.getArrayOfStrings(5);
        return new Delegation(
                row.getUUID(0),
                new MemberId(row.getString(1)),
                new MemberId(row.getString(2)),
                row.getOffsetDateTime(3).toInstant(),
                row.getOffsetDateTime(4).toInstant(),
                workflows == null ? List.of() : List.of(workflows),
                row.getBoolean(6),
                row.getOffsetDateTime(7).toInstant());
    }

    static Write insert(TenantKey tenant, Delegation made, MemberId by) {
        Tuple values = Tuple.tuple()
                .addUUID(made.id())
                .addString(made.member().value())
                .addString(made.delegate().value())
                .addOffsetDateTime(utc(made.from()))
                .addOffsetDateTime(utc(made.until()))
                .addValue(made.workflows().isEmpty() ? null : made.workflows().toArray(String[]::new))
                .addBoolean(made.open())
                .addOffsetDateTime(utc(made.createdAt()))
                .addString(by.value());
        return Write.one("""
                insert into "%s".delegation
                (id, member, delegate, starts_at, ends_at, workflows, open_too, created_at, created_by)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                """.formatted(tenant.schema()), values);
    }

    static Write end(TenantKey tenant, UUID id, MemberId by, Instant now) {
        return Write.one(
                "update \"%s\".delegation set ended_at = $2, ended_by = $3 where id = $1 and ended_at is null"
                        .formatted(tenant.schema()),
                Tuple.of(id, utc(now), by.value()),
                DelegationProblem.NOT_FOUND);
    }

    Uni<Void> handed(TenantKey tenant, UUID id, Instant now) {
        return pool.preparedQuery("update \"%s\".delegation set handed_at = $2 where id = $1 and handed_at is null"
                        .formatted(tenant.schema()))
                .execute(Tuple.of(id, utc(now)))
                .replaceWithVoid();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
