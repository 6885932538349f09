package io.jianmi.core.identity.signin;

import io.jianmi.core.crypto.SessionSeal;
import io.jianmi.core.identity.OrgSource;
import io.jianmi.core.identity.OrgSource.Renewal;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Keeps the tokens of a session fresh, in its row and under its secret. A page asks for many things at once, and a provider may take
 * each refresh token once only (RFC 9700, 4.14.2): so one request renews, shortly before the tokens expire, and the others go on with
 * what still is good, or wait where nothing is.
 */
@Singleton
final class SessionRenewal {

    /** So long before the tokens expire the first request renews them. */
    private static final Duration EARLY = Duration.ofMinutes(1);

    /** Tokens that expire within this may have done so when they are looked at. */
    private static final Duration USABLE = Duration.ofSeconds(2);

    /** Longer than the provider is waited for: whoever renewed until now does so no more. */
    private static final Duration CLAIM = Duration.ofSeconds(10);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final Pool pool;
    private final InstantSource clock;
    private final OrgSource source;

    SessionRenewal(Pool pool, InstantSource clock, OrgSource source) {
        this.pool = pool;
        this.clock = clock;
        this.source = source;
    }

    /**
     * These tokens, or those that take their place. Fails with {@link AuthenticationFailedException} when the sign-in is over, and with
     * {@code system.unavailable} when nothing good is left and the provider does not answer: the session stands then.
     */
    Uni<SessionTokens> fresh(SessionSeal seal, SessionTokens kept) {
        Instant now = clock.instant();
        Instant goodUntil = kept.goodUntil();
        if (now.isBefore(goodUntil.minus(EARLY))) {
            return Uni.createFrom().item(kept);
        }
        boolean usable = now.isBefore(goodUntil.minus(USABLE));
        String refresh = kept.refresh();
        if (refresh == null) {
            return usable ? Uni.createFrom().item(kept) : over();
        }
        return claimed(seal, now).chain(mine -> {
            if (mine) {
                return source.renew(refresh).chain(renewal -> settle(seal, kept, usable, renewal));
            }
            return usable ? Uni.createFrom().item(kept) : afterAnother(seal, kept, now.plus(CLAIM));
        });
    }

    private Uni<Boolean> claimed(SessionSeal seal, Instant now) {
        return pool.preparedQuery("""
                        update platform.session set renewing_until = $2
                        where id = $1 and (renewing_until is null or renewing_until < $3)""")
                .execute(Tuple.of(seal.id(), utc(now.plus(CLAIM)), utc(now)))
                .map(updated -> updated.rowCount() == 1);
    }

    private Uni<SessionTokens> settle(SessionSeal seal, SessionTokens kept, boolean usable, Renewal renewal) {
        if (renewal instanceof Renewal.Tokens given) {
            SessionTokens renewed = SessionTokens.of(given);
            return pool.preparedQuery("""
                            update platform.session set tokens = $2, seen_at = $3, renewing_until = null where id = $1""")
                    .execute(Tuple.of(seal.id(), Buffer.buffer(seal.seal(renewed.bytes())), utc(clock.instant())))
                    .replaceWith(renewed);
        }
        if (renewal instanceof Renewal.Over) {
            return pool.preparedQuery("delete from platform.session where id = $1")
                    .execute(Tuple.of(seal.id()))
                    .chain(SessionRenewal::over);
        }
        return pool.preparedQuery("update platform.session set renewing_until = null where id = $1")
                .execute(Tuple.of(seal.id()))
                .chain(() -> usable ? Uni.createFrom().item(kept) : unknown());
    }

    /** What another request of this browser, perhaps on another node, made of it. */
    private Uni<SessionTokens> afterAnother(SessionSeal seal, SessionTokens kept, Instant patience) {
        if (clock.instant().isAfter(patience)) {
            return unknown();
        }
        return pool.preparedQuery("select tokens, renewing_until is null from platform.session where id = $1")
                .execute(Tuple.of(seal.id()))
                .chain(rows -> {
                    RowIterator<Row> found = rows.iterator();
                    if (!found.hasNext()) {
                        return over();
                    }
                    Row row = found.next();
                    SessionTokens there =
                            SessionTokens.parse(seal.open(row.getBuffer(0).getBytes()));
                    if (!there.equals(kept)) {
                        return Uni.createFrom().item(there);
                    }
                    return row.getBoolean(1)
                            ? unknown()
                            : Uni.createFrom()
                                    .voidItem()
                                    .onItem()
                                    .delayIt()
                                    .by(LOOK_AGAIN)
                                    .chain(() -> afterAnother(seal, kept, patience));
                });
    }

    private static Uni<SessionTokens> over() {
        return Uni.createFrom().failure(new AuthenticationFailedException());
    }

    private static Uni<SessionTokens> unknown() {
        return Uni.createFrom().failure(ProblemException.of(CommonProblem.UNAVAILABLE));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
