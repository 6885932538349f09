package io.jianmi.core.notification;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.json.Json;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code notification}: everybody reaches his own. */
@Singleton
final class NotificationStore {

    /** Who has more unread is told that he has that many. */
    static final int COUNTED = 100;

    private static final String COLUMNS = """
            select id, member, kind, actor, at, form, record, task, outcome, text::text, read_at, reads, cause from "%s".notification
            """;

    private static final String UNREAD = """
            select m, (select count(*) from (select 1 from "%1$s".notification where member = m and listed and read_at is null
             limit %2$d) u), (select id from "%1$s".notification where member = m and listed order by id desc limit 1)
            from unnest($1::text[]) m
            """;

    private final Pool pool;

    NotificationStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * How somebody's list stands.
     *
     * @param unread at most {@link #COUNTED}
     * @param newest null where the list is empty
     */
    record Standing(int unread, @Nullable UUID newest) {}

    /** His list, newest first. */
    Uni<List<Notification>> page(Actor reader, boolean unread, Optional<UUID> after, int limit) {
        String sql = COLUMNS.formatted(reader.tenant().schema())
                + "where member = $1 and listed" + (unread ? " and read_at is null" : "")
                + (after.isPresent() ? " and id < $3" : "") + " order by id desc limit $2";
        Tuple parameters = Tuple.of(reader.id().value(), limit);
        after.ifPresent(parameters::addUUID);
        return list(sql, parameters);
    }

    /** Empty where there is none, or none of his. */
    Uni<Optional<Notification>> find(Actor reader, UUID id) {
        return list(
                        COLUMNS.formatted(reader.tenant().schema()) + "where id = $1 and member = $2 and listed",
                        Tuple.of(id, reader.id().value()))
                .map(found -> found.stream().findFirst());
    }

    Uni<Map<String, Standing>> standing(TenantKey tenant, Set<String> members) {
        return pool.preparedQuery(UNREAD.formatted(tenant.schema(), COUNTED))
                .execute(Tuple.tuple().addArrayOfString(members.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, Standing> standing = new HashMap<>();
                    rows.forEach(
                            row -> standing.put(row.getString(0), new Standing(row.getInteger(1), row.getUUID(2))));
                    return standing;
                });
    }

    /** Marks those of his list that are unread. */
    static Write read(Actor reader, Optional<UUID> one, Instant now) {
        Tuple parameters = Tuple.of(reader.id().value(), now.atOffset(ZoneOffset.UTC));
        one.ifPresent(parameters::addUUID);
        return Write.any(
                "update \"%s\".notification set read_at = $2 where member = $1 and listed and read_at is null%s"
                        .formatted(reader.tenant().schema(), one.isPresent() ? " and id = $3" : ""),
                parameters);
    }

    Uni<List<Notification>> byIds(TenantKey tenant, Collection<UUID> ids) {
        return list(
                COLUMNS.formatted(tenant.schema()) + "where id = any($1)",
                Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)));
    }

    private Uni<List<Notification>> list(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).map(rows -> {
            List<Notification> list = new ArrayList<>(rows.size());
            rows.forEach(row -> list.add(notification(row)));
            return list;
        });
    }

    private static Notification notification(Row row) {
        String text = row.getString(9);
        OffsetDateTime read = row.getOffsetDateTime(10);
        String[] reads = row.getArrayOfStrings(11);
        return new Notification(
                row.getUUID(0),
                new MemberId(row.getString(1)),
                row.getString(2),
                row.getUUID(12),
                new MemberId(row.getString(3)),
                row.getOffsetDateTime(4).toInstant(),
                row.getString(5),
                row.getUUID(6),
                row.getUUID(7),
                row.getString(8),
                text == null ? null : Json.parse(text),
                reads == null ? Set.of() : Set.of(reads),
                read == null ? null : read.toInstant());
    }
}
