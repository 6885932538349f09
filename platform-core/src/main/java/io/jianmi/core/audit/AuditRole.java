package io.jianmi.core.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * The database role that owns the log's tables. The server's own role may add entries and read; whoever numbers, thins out
 * or blanks takes this one for the length of his transaction ({@code platform.as_auditor}).
 */
final class AuditRole {

    private AuditRole() {}

    /** For the rest of the transaction; the commit gives it back. */
    static Uni<Void> enter(SqlConnection connection) {
        return connection
                .preparedQuery("select platform.as_auditor()")
                .execute()
                .replaceWithVoid();
    }
}
