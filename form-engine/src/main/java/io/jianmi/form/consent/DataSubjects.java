package io.jianmi.form.consent;

import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The persons whose data a tenant's records hold. */
@Singleton
final class DataSubjects {

    private final Pool pool;

    DataSubjects(Pool pool) {
        this.pool = pool;
    }

    Uni<Boolean> known(TenantKey tenant, UUID subject) {
        return pool.preparedQuery("select 1 from \"%s\".data_subject where id = $1".formatted(tenant.schema()))
                .execute(Tuple.of(subject))
                .map(rows -> rows.size() > 0);
    }
}
