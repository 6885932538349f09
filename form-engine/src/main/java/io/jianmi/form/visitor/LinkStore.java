package io.jianmi.form.visitor;

import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of {@code public_link}: one for a form. */
@Singleton
final class LinkStore {

    private static final String COLUMNS = "select form, token, created_at, created_by, until from \"%s\".public_link ";

    private final Pool pool;

    LinkStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Optional<PublicLink>> of(TenantKey tenant, String form) {
        return pool.preparedQuery(COLUMNS.formatted(tenant.schema()) + "where form = $1")
                .execute(Tuple.of(form))
                .map(LinkStore::first);
    }

    Uni<Optional<PublicLink>> by(TenantKey tenant, String token) {
        return pool.preparedQuery(COLUMNS.formatted(tenant.schema()) + "where token = $1")
                .execute(Tuple.of(token))
                .map(LinkStore::first);
    }

    private static Optional<PublicLink> first(RowSet<Row> rows) {
        if (rows.size() == 0) {
            return Optional.empty();
        }
        Row row = rows.iterator().next();
        OffsetDateTime until = row.getOffsetDateTime("until");
        return Optional.of(new PublicLink(
                row.getString("form"),
                row.getString("token"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("created_by"),
                until == null ? null : until.toInstant()));
    }

    /** The form's only link from now on. */
    Write put(TenantKey tenant, PublicLink link) {
        return Write.one(
                """
                insert into "%s".public_link (form, token, created_at, created_by, until) values ($1, $2, $3, $4, $5)
                on conflict (form) do update set token = $2, created_at = $3, created_by = $4, until = $5
                """.formatted(tenant.schema()),
                Tuple.tuple()
                        .addString(link.form())
                        .addString(link.token())
                        .addOffsetDateTime(utc(link.createdAt()))
                        .addString(link.createdBy())
                        .addOffsetDateTime(utc(link.until())));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
