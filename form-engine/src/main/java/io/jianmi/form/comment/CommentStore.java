package io.jianmi.form.comment;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code record_comment}. */
@Singleton
final class CommentStore {

    private static final String COLUMNS = "id, form, record, subject, author, version, text_version, created_at,"
            + " edited_at, deleted_at, deleted_by, sealed, tag";

    private final Pool pool;
    private final CommentSealer sealer;

    CommentStore(Pool pool, CommentSealer sealer) {
        this.pool = pool;
        this.sealer = sealer;
    }

    /** @param intact false when the row was changed outside the product */
    record Kept(Comment comment, boolean intact) {}

    /** Those of a record, newest first (ids are ordered by time), behind the one named. */
    Uni<List<Kept>> page(Actor actor, UUID record, Optional<UUID> after, int limit) {
        String behind = after.isPresent() ? " and id < $3" : "";
        Tuple parameters = Tuple.of(record, limit);
        after.ifPresent(parameters::addUUID);
        return pool.preparedQuery("select %s from \"%s\".record_comment where record = $1%s order by id desc limit $2"
                        .formatted(COLUMNS, actor.tenant().schema(), behind))
                .execute(parameters)
                .map(rows -> kept(actor.tenant(), rows));
    }

    /** One of a record; that of another record and one that never was fail with the same 404. */
    Uni<Comment> find(Actor actor, UUID record, UUID id) {
        return pool.preparedQuery("select %s from \"%s\".record_comment where id = $1 and record = $2"
                        .formatted(COLUMNS, actor.tenant().schema()))
                .execute(Tuple.of(id, record))
                .map(rows -> {
                    List<Kept> found = kept(actor.tenant(), rows);
                    if (found.isEmpty()) {
                        throw ProblemException.of(CommonProblem.NOT_FOUND);
                    }
                    if (!found.get(0).intact()) {
                        throw ProblemException.of(CommentProblem.INTEGRITY);
                    }
                    return found.get(0).comment();
                });
    }

    private List<Kept> kept(TenantKey tenant, RowSet<Row> rows) {
        List<Kept> kept = new ArrayList<>(rows.size());
        for (Row row : rows) {
            Comment comment = comment(row);
            byte[] tag = row.getDelegate().getBuffer("tag").getBytes();
            kept.add(new Kept(comment, sealer.verifies(tenant, comment, tag)));
        }
        return kept;
    }

    private static Comment comment(Row row) {
        return new Comment(
                row.getUUID("id"),
                row.getString("form"),
                row.getUUID("record"),
                row.getUUID("subject"),
                row.getString("author"),
                row.getInteger("version"),
                row.getInteger("text_version"),
                row.getOffsetDateTime("created_at").toInstant(),
                instant(row.getOffsetDateTime("edited_at")),
                instant(row.getOffsetDateTime("deleted_at")),
                row.getString("deleted_by"),
                row.getDelegate().getBuffer("sealed").getBytes());
    }

    Write insert(Actor actor, Comment comment) {
        return Write.any(
                "insert into \"%s\".record_comment (%s) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"
                        .formatted(actor.tenant().schema(), COLUMNS),
                Tuple.tuple()
                        .addUUID(comment.id())
                        .addString(comment.form())
                        .addUUID(comment.record())
                        .addUUID(comment.subject())
                        .addString(comment.author())
                        .addInteger(comment.version())
                        .addInteger(comment.textVersion())
                        .addOffsetDateTime(utc(comment.createdAt()))
                        .addValue(utc(comment.editedAt()))
                        .addValue(utc(comment.deletedAt()))
                        .addValue(comment.deletedBy())
                        .addValue(Buffer.buffer(comment.sealed()))
                        .addValue(Buffer.buffer(sealer.tag(actor.tenant(), comment))));
    }

    /** Replaces the version before it. */
    Write update(Actor actor, Comment next) {
        return Write.one(
                """
                update "%s".record_comment set version = $3, text_version = $4, edited_at = $5, deleted_at = $6,
                deleted_by = $7, sealed = $8, tag = $9 where id = $1 and version = $2
                """.formatted(actor.tenant().schema()),
                Tuple.tuple()
                        .addUUID(next.id())
                        .addInteger(next.version() - 1)
                        .addInteger(next.version())
                        .addInteger(next.textVersion())
                        .addValue(utc(next.editedAt()))
                        .addValue(utc(next.deletedAt()))
                        .addValue(next.deletedBy())
                        .addValue(Buffer.buffer(next.sealed()))
                        .addValue(Buffer.buffer(sealer.tag(actor.tenant(), next))),
                CommentProblem.STALE_VERSION);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
