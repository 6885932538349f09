package io.jianmi.form.share;

import io.jianmi.core.cluster.Notices;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.store.Write;
import io.jianmi.form.record.RecordShares;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Rows of {@code record_share}. Whoever may receive something now is told to all nodes with the commit. */
@Singleton
final class ShareStore {

    private final Pool pool;

    ShareStore(Pool pool) {
        this.pool = pool;
    }

    /** Shares of a record that nobody has ended, those among them whose time is over, oldest first. */
    Uni<List<Share>> unended(Actor actor, UUID record) {
        return pool.preparedQuery("""
                        select id, form, record, member, shared_by, created_at, until from "%s".record_share
                        where record = $1 and ended_at is null order by created_at, id
                        """.formatted(actor.tenant().schema()))
                .execute(Tuple.of(record))
                .map(rows -> {
                    List<Share> shares = new ArrayList<>(rows.size());
                    rows.forEach(row -> shares.add(share(row)));
                    return shares;
                });
    }

    private static Share share(Row row) {
        return new Share(
                row.getUUID("id"),
                row.getString("form"),
                row.getUUID("record"),
                row.getString("member"),
                row.getString("shared_by"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("until").toInstant());
    }

    /** Fails as a lost race where somebody else has just shared it with the same member. */
    Write insert(Actor actor, Share share) {
        Tuple parameters = Tuple.tuple()
                .addUUID(share.id())
                .addString(share.form())
                .addUUID(share.record())
                .addString(share.member())
                .addString(share.by())
                .addOffsetDateTime(utc(share.createdAt()))
                .addOffsetDateTime(utc(share.until()));
        return Write.one("""
                insert into "%s".record_share (id, form, record, member, shared_by, created_at, until)
                select $1::uuid, $2::text, $3::uuid, $4::text, $5::text, $6::timestamptz, $7::timestamptz from %s
                on conflict (record, member) where ended_at is null do nothing
                """.formatted(actor.tenant().schema(), Notices.told(8)), told(actor, parameters, share));
    }

    /** Fails as a lost race where it was ended meanwhile. */
    Write renew(Actor actor, Share share) {
        Tuple parameters = Tuple.tuple()
                .addUUID(share.id())
                .addString(share.by())
                .addOffsetDateTime(utc(share.createdAt()))
                .addOffsetDateTime(utc(share.until()));
        return Write.one("""
                update "%s".record_share set shared_by = $2, created_at = $3, until = $4 from %s
                where id = $1 and ended_at is null
                """.formatted(actor.tenant().schema(), Notices.told(5)), told(actor, parameters, share));
    }

    private static Tuple told(Actor actor, Tuple parameters, Share share) {
        return Notices.bind(parameters, RecordShares.notice(actor.tenant(), share.form()));
    }

    /** Who is remembered as a receiver a little longer is asked for in vain, so nobody is told. */
    Write end(Actor actor, Share share, Instant now) {
        return Write.one(
                "update \"%s\".record_share set ended_at = $2, ended_by = $3 where id = $1 and ended_at is null"
                        .formatted(actor.tenant().schema()),
                Tuple.tuple()
                        .addUUID(share.id())
                        .addOffsetDateTime(utc(now))
                        .addString(actor.id().value()));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
