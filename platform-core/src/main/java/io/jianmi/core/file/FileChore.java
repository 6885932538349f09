package io.jianmi.core.file;

import io.jianmi.core.crypto.KeyDestruction;
import io.jianmi.core.housekeeping.BinTime;
import io.jianmi.core.housekeeping.Chore;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Removes uploads that no record took within a day, files that a record let go of longer ago than the bin keeps them, and what an upload that broke
 * off left behind; and destroys the keys under which uploads had waited. Keys first, rows last: it may be repeated.
 */
@Singleton
public final class FileChore implements Chore {

    private static final Duration WAITS = Duration.ofDays(1);
    private static final int BATCH = 200;

    private final ObjectStore objects;
    private final KeyDestruction keys;
    private final BinTime bin;
    private final InstantSource clock;

    public FileChore(ObjectStore objects, KeyDestruction keys, BinTime bin, InstantSource clock) {
        this.objects = objects;
        this.keys = keys;
        this.bin = bin;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "files";
    }

    @Override
    public Uni<Boolean> run(TenantKey tenant, SqlConnection connection) {
        Instant now = clock.instant();
        return over(tenant, connection, now)
                .chain(removed -> released(tenant, connection)
                        .chain(released -> leftovers(tenant, connection, now)
                                .map(left -> removed == BATCH || released == BATCH || left == BATCH)));
    }

    private Uni<Integer> over(TenantKey tenant, SqlConnection connection, Instant now) {
        String sql = """
                select id, upload_subject from "%s".file
                where record is null and uploaded_at < $1 or detached_at < $2 limit $3
                """.formatted(tenant.schema());
        return connection
                .preparedQuery(sql)
                .execute(Tuple.of(
                        now.minus(WAITS).atOffset(ZoneOffset.UTC),
                        bin.began(now).atOffset(ZoneOffset.UTC),
                        BATCH))
                .chain(rows -> {
                    List<UUID> files = new ArrayList<>();
                    List<UUID> subjects = new ArrayList<>();
                    for (Row row : rows) {
                        files.add(row.getUUID(0));
                        subjects.add(row.getUUID(1));
                    }
                    return destroy(tenant, subjects)
                            .chain(() -> objects.delete(tenant, files))
                            .chain(() ->
                                    change(connection, tenant, "delete from \"%s\".file where id = any($1)", files));
                });
    }

    /** Files that a record has taken are under its person's key; the key under which they waited opens nothing any more. */
    private Uni<Integer> released(TenantKey tenant, SqlConnection connection) {
        return connection
                .preparedQuery(
                        "select upload_subject from \"%s\".file where record is not null and upload_subject is not null limit $1"
                                .formatted(tenant.schema()))
                .execute(Tuple.of(BATCH))
                .chain(rows -> {
                    List<UUID> subjects = new ArrayList<>();
                    rows.forEach(row -> subjects.add(row.getUUID(0)));
                    return destroy(tenant, subjects)
                            .chain(() -> change(
                                    connection,
                                    tenant,
                                    "update \"%s\".file set upload_subject = null where upload_subject = any($1)",
                                    subjects));
                });
    }

    /** Segments without a row: ids are made in the order of time, so an id of yesterday says how old they are. */
    private Uni<Integer> leftovers(TenantKey tenant, SqlConnection connection, Instant now) {
        UUID yesterday = new UUID(now.minus(WAITS).toEpochMilli() << 16, 0);
        String sql = """
                select s.file from "%1$s".file_segment s where s.place = 0 and s.file < $1
                and not exists (select from "%1$s".file f where f.id = s.file) limit $2
                """.formatted(tenant.schema());
        return connection.preparedQuery(sql).execute(Tuple.of(yesterday, BATCH)).chain(rows -> {
            List<UUID> files = new ArrayList<>();
            rows.forEach(row -> files.add(row.getUUID(0)));
            return objects.delete(tenant, files).replaceWith(files.size());
        });
    }

    private Uni<Void> destroy(TenantKey tenant, List<UUID> subjects) {
        return Multi.createFrom()
                .iterable(subjects.stream().filter(Objects::nonNull).toList())
                .onItem()
                .transformToUniAndConcatenate(subject -> keys.destroy(tenant, subject))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private static Uni<Integer> change(SqlConnection connection, TenantKey tenant, String sql, List<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(0)
                : connection
                        .preparedQuery(sql.formatted(tenant.schema()))
                        .execute(Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)))
                        .replaceWith(ids.size());
    }
}
