package io.jianmi.core.file;

import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Takes files away for good. */
@Singleton
public final class FileErasure {

    private final ObjectStore objects;
    private final Pool pool;

    public FileErasure(ObjectStore objects, Pool pool) {
        this.objects = objects;
        this.pool = pool;
    }

    /** Objects first, then rows with their names, so that a file half gone is found again. Repeatable. */
    public Uni<Void> remove(TenantKey tenant, List<UUID> files) {
        return objects.delete(tenant, files)
                .chain(() -> pool.preparedQuery("delete from \"%s\".file where id = any($1)".formatted(tenant.schema()))
                        .execute(Tuple.tuple().addArrayOfUUID(files.toArray(UUID[]::new))))
                .replaceWithVoid();
    }
}
