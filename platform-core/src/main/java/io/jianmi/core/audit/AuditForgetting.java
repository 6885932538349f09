package io.jianmi.core.audit;

import io.jianmi.core.crypto.Forgetting;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Blanks what the log keeps of an erased person. Every hash stays valid; nothing can be read or guessed any more. */
@Singleton
public final class AuditForgetting implements Forgetting {

    private final Pool pool;

    public AuditForgetting(Pool pool) {
        this.pool = pool;
    }

    /**
     * Two transactions in this order: an entry that is numbered meanwhile leaves the first table only for the second.
     * Repeatable.
     */
    @Override
    public Uni<Void> forget(TenantKey tenant, UUID subject) {
        return blank(tenant, "audit_pending", subject).chain(() -> blank(tenant, "audit_entry", subject));
    }

    private Uni<Void> blank(TenantKey tenant, String table, UUID subject) {
        String sql =
                "update \"%s\".%s set payload = null, salt = null where subject = $1".formatted(tenant.schema(), table);
        return pool.withTransaction(connection -> AuditRole.enter(connection)
                .chain(() -> connection.preparedQuery(sql).execute(Tuple.of(subject)))
                .replaceWithVoid());
    }
}
