package io.jianmi.core.audit;

import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;

/** Blanks what the log keeps of an erased person. Every hash stays valid; nothing can be read or guessed any more. */
public final class AuditForgetting {

    private AuditForgetting() {}

    /**
     * Statements to be run one after the other, each in its own transaction, in this order: an entry that is numbered
     * meanwhile leaves the first table only for the second.
     */
    public static List<Write> of(TenantKey tenant, UUID subject) {
        return List.of(blank(tenant, "audit_pending", subject), blank(tenant, "audit_entry", subject));
    }

    private static Write blank(TenantKey tenant, String table, UUID subject) {
        return Write.any(
                "update \"%s\".%s set payload = null, salt = null where subject = $1".formatted(tenant.schema(), table),
                Tuple.of(subject));
    }
}
