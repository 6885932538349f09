package io.jianmi.core.audit;

import io.jianmi.core.crypto.DataKeys;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The data subject of each tenant that stands for the tenant itself; made at first use. */
@Singleton
public final class SystemSubjects {

    private final Pool pool;
    private final DataKeys keys;
    private final Map<TenantKey, UUID> known = new ConcurrentHashMap<>();

    public SystemSubjects(Pool pool, DataKeys keys) {
        this.pool = pool;
        this.keys = keys;
    }

    Uni<UUID> of(TenantKey tenant) {
        UUID subject = known.get(tenant);
        if (subject != null) {
            return Uni.createFrom().item(subject);
        }
        return read(tenant)
                .chain(found -> found.size() > 0
                        ? Uni.createFrom().item(found)
                        : make(tenant).chain(() -> read(tenant)))
                .map(rows -> rows.iterator().next().getUUID(0))
                .invoke(made -> known.put(tenant, made));
    }

    private Uni<RowSet<Row>> read(TenantKey tenant) {
        return pool.preparedQuery("select subject from \"%s\".audit_subject".formatted(tenant.schema()))
                .execute();
    }

    /** When two nodes make one at the same time, the first row stays and the other key is an orphan, which is harmless. */
    private Uni<RowSet<Row>> make(TenantKey tenant) {
        return keys.newSubject(tenant)
                .chain(subject -> pool.preparedQuery(
                                "insert into \"%s\".audit_subject (subject) values ($1) on conflict do nothing"
                                        .formatted(tenant.schema()))
                        .execute(Tuple.of(subject)));
    }
}
