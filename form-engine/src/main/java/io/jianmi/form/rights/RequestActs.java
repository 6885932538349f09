package io.jianmi.form.rights;

import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code subject_request_act}: what was done about a request. */
@Singleton
final class RequestActs {

    private final Pool pool;

    RequestActs(Pool pool) {
        this.pool = pool;
    }

    /**
     * One act.
     *
     * @param act a word of {@link RequestAct}, or {@code create}
     * @param outcome a word of {@link Outcome}, of an answer
     * @param words what was written, sealed; null where nothing was
     */
    record Done(
            UUID id,
            UUID request,
            String act,
            Instant at,
            String actor,
            @Nullable String outcome,
            byte @Nullable [] words) {}

    static Write insert(TenantKey tenant, Done done) {
        return Write.one(
                """
                insert into "%s".subject_request_act (id, request, act, at, actor, outcome, words)
                values ($1, $2, $3, $4, $5, $6, $7)
                """.formatted(tenant.schema()),
                Tuple.tuple()
                        .addUUID(done.id())
                        .addUUID(done.request())
                        .addString(done.act())
                        .addOffsetDateTime(RequestStore.utc(done.at()))
                        .addString(done.actor())
                        .addValue(done.outcome())
                        .addValue(RequestStore.buffer(done.words())));
    }

    /** The oldest first. */
    Uni<List<Done>> of(TenantKey tenant, UUID request) {
        return pool.preparedQuery(
                        "select id, act, at, actor, outcome, words from \"%s\".subject_request_act where request = $1 order by id"
                                .formatted(tenant.schema()))
                .execute(Tuple.of(request))
                .map(rows -> rows.stream().map(row -> done(request, row)).toList());
    }

    private static Done done(UUID request, Row row) {
        return new Done(
                row.getUUID("id"),
                request,
                row.getString("act"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("actor"),
                row.getString("outcome"),
                RequestStore.bytes(row, "words"));
    }
}
