package io.jianmi.core.crypto;

import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The shadow as rows of the key database. */
final class StoredErasureShadow implements ErasureShadow {

    private final Pool pool;

    StoredErasureShadow(Pool pool) {
        this.pool = pool;
    }

    /** Makes the table where it is missing; nodes that start at once have taken turns before. */
    Uni<Void> migrate() {
        return pool.query("""
                        create table if not exists erasure (
                            tenant text not null,
                            erasure uuid not null,
                            subject uuid not null,
                            at timestamptz not null,
                            closed_at timestamptz,
                            primary key (tenant, erasure))""").execute().replaceWithVoid();
    }

    @Override
    public Uni<Void> cast(TenantKey tenant, UUID erasure, UUID subject, Instant at) {
        return pool.preparedQuery(
                        "insert into erasure (tenant, erasure, subject, at) values ($1, $2, $3, $4) on conflict do nothing")
                .execute(Tuple.of(tenant.value(), erasure, subject, at.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> close(TenantKey tenant, UUID erasure, Instant at) {
        return pool.preparedQuery(
                        "update erasure set closed_at = $3 where tenant = $1 and erasure = $2 and closed_at is null")
                .execute(Tuple.of(tenant.value(), erasure, at.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Shade>> all(TenantKey tenant) {
        return pool.preparedQuery("select erasure, subject, at from erasure where tenant = $1 order by at")
                .execute(Tuple.of(tenant.value()))
                .map(rows -> {
                    List<Shade> shades = new ArrayList<>();
                    rows.forEach(row -> shades.add(new Shade(
                            row.getUUID(0),
                            row.getUUID(1),
                            row.getOffsetDateTime(2).toInstant())));
                    return shades;
                });
    }

    @Override
    public Uni<Set<UUID>> keyed(TenantKey tenant, Collection<UUID> subjects) {
        return pool.preparedQuery("select distinct subject from subject_key where tenant = $1 and subject = any($2)")
                .execute(Tuple.of(tenant.value()).addArrayOfUUID(subjects.toArray(UUID[]::new)))
                .map(rows -> {
                    Set<UUID> keyed = new HashSet<>();
                    rows.forEach(row -> keyed.add(row.getUUID(0)));
                    return keyed;
                });
    }
}
