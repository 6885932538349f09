package io.jianmi.core.identity.signin;

import io.jianmi.core.identity.MemberId;
import io.jianmi.core.store.Write;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A member's browser sessions in {@code platform.session}; their tokens stay sealed. */
@Singleton
final class SessionStore {

    private static final int MOST = 100;

    private final Pool pool;
    private final InstantSource clock;

    SessionStore(Pool pool, InstantSource clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * One session.
     *
     * @param id of it at the provider; it outlives the tokens
     * @param level how strongly its owner proved who he is, empty when not told
     * @param seenAt when its tokens were last renewed
     */
    record Session(String id, Device device, String level, Instant signedInAt, Instant seenAt, Instant endsAt) {}

    /** Those that have not ended, newest first. */
    Uni<List<Session>> of(MemberId member) {
        return pool.preparedQuery("""
                        select sid, browser, system, level, signed_in_at, seen_at, ends_at from (
                        select distinct on (sid) * from platform.session
                        where member = $1 and sid is not null and not ended and ends_at > $2 order by sid, seen_at desc) s
                        order by signed_in_at desc, sid limit $3""")
                .execute(Tuple.of(member.value(), clock.instant().atOffset(ZoneOffset.UTC), MOST))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(SessionStore::session)
                        .toList());
    }

    /**
     * Ends these of the member's. Their rows stay until their browser comes again, or their time is over: what ends the sign-in at the
     * provider too is sealed under the secret that only the browser has.
     */
    static Write end(MemberId member, List<String> ids) {
        return Write.any(
                "update platform.session set ended = true where member = $1 and sid = any($2::text[])",
                Tuple.of(member.value(), ids.toArray(String[]::new)));
    }

    private static Session session(Row row) {
        return new Session(
                row.getString(0),
                new Device(text(row, 1), text(row, 2)),
                text(row, 3),
                time(row, 4),
                time(row, 5),
                time(row, 6));
    }

    private static String text(Row row, int column) {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }

    private static Instant time(Row row, int column) {
        return Optional.ofNullable(row.getOffsetDateTime(column))
                .map(OffsetDateTime::toInstant)
                .orElse(Instant.EPOCH);
    }
}
