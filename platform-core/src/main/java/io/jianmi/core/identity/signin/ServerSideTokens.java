package io.jianmi.core.identity.signin;

import io.jianmi.core.crypto.SessionSeal;
import io.jianmi.core.identity.OrgSource;
import io.jianmi.core.thread.CallerContext;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of browser sessions stay here; the cookie carries a random secret only. The row is found by a digest of that
 * secret and sealed under a key made from it, so neither the database alone nor the cookie alone gives a token away.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class ServerSideTokens implements TokenStateManager {

    /** In the context of a request: id of its session when nobody has noted whose it is. */
    private static final String UNCLAIMED = "jianmi.session";

    /** In the context of a request: its session's tokens until Quarkus asks for them. */
    private static final String OPENED = "jianmi.session.tokens";

    private static final Duration LONGEST_SESSION = Duration.ofHours(12);

    private final Pool pool;
    private final InstantSource clock;
    private final OrgSource source;
    private final SessionRenewal renewal;

    ServerSideTokens(Pool pool, InstantSource clock, OrgSource source, SessionRenewal renewal) {
        this.pool = pool;
        this.clock = clock;
        this.source = source;
        this.renewal = renewal;
    }

    @Override
    public Uni<String> createTokenState(
            RoutingContext context,
            OidcTenantConfig config,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> request) {
        SessionSeal seal = SessionSeal.fresh();
        Device device = Device.of(context.request().getHeader("User-Agent"));
        OffsetDateTime now = now();
        Tuple row = Tuple.tuple()
                .addString(seal.id())
                .addValue(Buffer.buffer(seal.seal(SessionTokens.of(tokens).bytes())))
                .addOffsetDateTime(now.plus(LONGEST_SESSION))
                .addString(device.browser())
                .addString(device.system())
                .addOffsetDateTime(now);
        return pool.preparedQuery("""
                        insert into platform.session (id, tokens, ends_at, browser, system, seen_at)
                        values ($1, $2, $3, $4, $5, $6)""").execute(row).replaceWith(seal.secret());
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext context,
            OidcTenantConfig config,
            String tokenState,
            OidcRequestContext<AuthorizationCodeTokens> request) {
        SessionTokens opened = context.remove(OPENED);
        return (opened == null ? tokens(context, tokenState) : Uni.createFrom().item(opened))
                .map(SessionTokens::forQuarkus);
    }

    /**
     * Has the session's tokens at hand before Quarkus asks for them, whom every failure to give them makes end the session. Fails with
     * {@link AuthenticationFailedException} when it is over; with anything else when that cannot be told now.
     */
    Uni<Void> open(RoutingContext context, String secret) {
        return tokens(context, secret)
                .invoke(tokens -> context.put(OPENED, tokens))
                .replaceWithVoid();
    }

    private Uni<SessionTokens> tokens(RoutingContext context, String secret) {
        SessionSeal seal = SessionSeal.of(secret);
        return pool.preparedQuery(
                        "select tokens, member is null, ended from platform.session where id = $1 and ends_at > $2")
                .execute(Tuple.of(seal.id(), now()))
                .chain(rows -> {
                    RowIterator<Row> found = rows.iterator();
                    if (!found.hasNext()) {
                        throw new AuthenticationFailedException();
                    }
                    Row row = found.next();
                    if (row.getBoolean(1)) {
                        context.put(UNCLAIMED, seal.id());
                    }
                    SessionTokens tokens =
                            SessionTokens.parse(seal.open(row.getBuffer(0).getBytes()));
                    return row.getBoolean(2)
                            ? signOut(tokens.refresh(), secret)
                            : CallerContext.back(renewal.fresh(seal, tokens));
                });
    }

    /**
     * The owner has ended this session from elsewhere, and now its browser is here: the sign-in at the provider ends before it is sent
     * there, or it would come back without a password.
     */
    private Uni<SessionTokens> signOut(@Nullable String refreshToken, String secret) {
        Uni<Boolean> ended = refreshToken == null ? Uni.createFrom().item(true) : source.signOut(refreshToken);
        return ended.chain(done -> done ? end(secret) : Uni.createFrom().voidItem())
                .chain(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
    }

    /**
     * Notes whose session it is, the first time that it is used: tokens that are handed in to be kept are not looked into.
     */
    Uni<Void> claim(RoutingContext context, SecurityIdentity identity) {
        String id = context.remove(UNCLAIMED);
        if (id == null || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().voidItem();
        }
        Object since = token.getClaim("auth_time");
        Tuple owner = Tuple.tuple()
                .addString(id)
                .addString(token.getSubject())
                .addString(token.getClaim("sid"))
                .addString(token.getClaim("acr"))
                .addOffsetDateTime(
                        since == null
                                ? now()
                                : Instant.ofEpochSecond(Long.parseLong(since.toString()))
                                        .atOffset(ZoneOffset.UTC));
        return pool.preparedQuery(
                        "update platform.session set member = $2, sid = $3, level = $4, signed_in_at = $5 where id = $1")
                .execute(owner)
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> deleteTokens(
            RoutingContext context, OidcTenantConfig config, String tokenState, OidcRequestContext<Void> request) {
        return end(tokenState);
    }

    /** Ends the session of this cookie's value; where there is none, nothing happens. */
    Uni<Void> end(String secret) {
        return pool.preparedQuery("delete from platform.session where id = $1")
                .execute(Tuple.of(SessionSeal.of(secret).id()))
                .replaceWithVoid();
    }

    @Scheduled(every = "10m", delayed = "1m")
    Uni<Void> forgetEnded() {
        return pool.preparedQuery("delete from platform.session where ends_at < $1")
                .execute(Tuple.of(now()))
                .replaceWithVoid();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
