package io.jianmi.form.rights;

import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code subject_request}. */
@Singleton
final class RequestStore {

    private static final String COLUMNS =
            "id, number, type, subject, law, channel, state, received_at, due_at, extended_at,"
                    + " assignee, note, outcome, job, version, created_at, created_by, closed_at";

    private final Pool pool;

    RequestStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * What is open first, and of that what is due first.
     *
     * @param now what is due before it is overdue
     */
    Uni<List<SubjectRequest>> page(
            TenantKey tenant, RequestFilter filter, Optional<RequestCursor> after, int limit, Instant now) {
        Tuple parameters = Tuple.of(limit);
        StringBuilder sql = new StringBuilder("where true");
        if (!filter.states().isEmpty()) {
            and(
                    sql,
                    parameters,
                    "state = any(",
                    filter.states().stream().map(Enum::name).toArray(String[]::new),
                    ")");
        }
        filter.type().ifPresent(type -> and(sql, parameters, "type = ", type.name(), ""));
        filter.subject().ifPresent(subject -> and(sql, parameters, "subject = ", subject, ""));
        if (filter.overdue()) {
            sql.append(" and not closed");
            and(sql, parameters, "due_at < ", utc(now), "");
        }
        after.ifPresent(cursor -> {
            sql.append(" and (closed, due_at, id) > ($").append(parameters.size() + 1);
            sql.append(", $")
                    .append(parameters.size() + 2)
                    .append(", $")
                    .append(parameters.size() + 3)
                    .append(')');
            parameters
                    .addBoolean(cursor.closed())
                    .addOffsetDateTime(utc(cursor.due()))
                    .addUUID(cursor.id());
        });
        return read(tenant, sql.append(" order by closed, due_at, id limit $1").toString(), parameters);
    }

    private static void and(StringBuilder sql, Tuple parameters, String condition, Object value, String end) {
        parameters.addValue(value);
        sql.append(" and ")
                .append(condition)
                .append('$')
                .append(parameters.size())
                .append(end);
    }

    Uni<Optional<SubjectRequest>> find(TenantKey tenant, UUID id) {
        return read(tenant, "where id = $1", Tuple.of(id))
                .map(found -> found.stream().findFirst());
    }

    private Uni<List<SubjectRequest>> read(TenantKey tenant, String which, Tuple parameters) {
        return pool.preparedQuery("select %s from \"%s\".subject_request %s".formatted(COLUMNS, tenant.schema(), which))
                .execute(parameters)
                .map(rows -> rows.stream().map(RequestStore::request).toList());
    }

    /** The number is the database's to give. */
    static Write insert(TenantKey tenant, SubjectRequest made) {
        return Write.one(
                """
                insert into "%s".subject_request (id, type, subject, law, channel, state, received_at, due_at, note,
                created_at, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                """.formatted(tenant.schema()),
                Tuple.tuple()
                        .addUUID(made.id())
                        .addString(made.type().name())
                        .addUUID(made.subject())
                        .addString(made.law().name())
                        .addString(made.channel().name())
                        .addString(made.state().name())
                        .addOffsetDateTime(utc(made.received()))
                        .addOffsetDateTime(utc(made.due()))
                        .addValue(buffer(made.note()))
                        .addOffsetDateTime(utc(made.createdAt()))
                        .addString(made.createdBy()));
    }

    /** Replaces the version that stood before; who was faster has changed it. What is put off is warned of anew. */
    static Write update(TenantKey tenant, SubjectRequest next) {
        return Write.one(
                """
                update "%s".subject_request set state = $3, closed = $4, told = case when due_at = $5 then told else 0 end,
                due_at = $5, extended_at = $6, assignee = $7, outcome = $8, job = $9, closed_at = $10, version = version + 1
                where id = $1 and version = $2
                """.formatted(tenant.schema()),
                Tuple.tuple()
                        .addUUID(next.id())
                        .addInteger(next.version())
                        .addString(next.state().name())
                        .addBoolean(next.state().closed())
                        .addOffsetDateTime(utc(next.due()))
                        .addValue(maybe(next.extended()))
                        .addValue(next.assignee())
                        .addValue(Optional.ofNullable(next.outcome())
                                .map(Enum::name)
                                .orElse(null))
                        .addValue(next.job())
                        .addValue(maybe(next.closedAt())));
    }

    private static SubjectRequest request(Row row) {
        String outcome = row.getString("outcome");
        return new SubjectRequest(
                row.getUUID("id"),
                row.getLong("number"),
                RequestType.valueOf(row.getString("type")),
                row.getUUID("subject"),
                Law.valueOf(row.getString("law")),
                RequestChannel.valueOf(row.getString("channel")),
                RequestState.valueOf(row.getString("state")),
                row.getOffsetDateTime("received_at").toInstant(),
                row.getOffsetDateTime("due_at").toInstant(),
                instant(row.getOffsetDateTime("extended_at")),
                row.getString("assignee"),
                bytes(row, "note"),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getUUID("job"),
                row.getInteger("version"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("created_by"),
                instant(row.getOffsetDateTime("closed_at")));
    }

    static byte @Nullable [] bytes(Row row, String column) {
        Buffer buffer = row.getDelegate().getBuffer(column);
        return buffer == null ? null : buffer.getBytes();
    }

    static @Nullable Buffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : Buffer.buffer(bytes);
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime maybe(@Nullable Instant at) {
        return at == null ? null : utc(at);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
