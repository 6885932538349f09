package io.jianmi.core.file;

import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.UUID;

/** Segments as rows of the tenant's schema. */
@Singleton
public final class DatabaseObjects implements ObjectStore {

    private final Pool pool;

    public DatabaseObjects(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> put(TenantKey tenant, UUID file, int place, byte[] segment) {
        return pool.preparedQuery("insert into \"%s\".file_segment (file, place, body) values ($1, $2, $3)"
                        .formatted(tenant.schema()))
                .execute(Tuple.of(file, place, Buffer.buffer(segment)))
                .replaceWithVoid();
    }

    @Override
    public Uni<byte[]> get(TenantKey tenant, UUID file, int place) {
        return pool.preparedQuery("select body from \"%s\".file_segment where file = $1 and place = $2"
                        .formatted(tenant.schema()))
                .execute(Tuple.of(file, place))
                .map(rows -> rows.size() == 0
                        ? new byte[0]
                        : rows.iterator().next().getDelegate().getBuffer(0).getBytes());
    }

    @Override
    public Uni<Void> delete(TenantKey tenant, Collection<UUID> files) {
        return files.isEmpty()
                ? Uni.createFrom().voidItem()
                : pool.preparedQuery("delete from \"%s\".file_segment where file = any($1)".formatted(tenant.schema()))
                        .execute(Tuple.tuple().addArrayOfUUID(files.toArray(UUID[]::new)))
                        .replaceWithVoid();
    }
}
