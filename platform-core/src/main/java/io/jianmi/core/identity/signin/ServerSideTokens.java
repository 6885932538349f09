package io.jianmi.core.identity.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.crypto.SessionSeal;
import io.jianmi.core.json.Json;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.security.AuthenticationFailedException;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Tokens of browser sessions stay here; the cookie carries a random secret only. The row is found by a digest of that
 * secret and sealed under a key made from it, so neither the database alone nor the cookie alone gives a token away.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class ServerSideTokens implements TokenStateManager {

    private static final Duration LONGEST_SESSION = Duration.ofHours(12);

    private final Pool pool;
    private final InstantSource clock;

    ServerSideTokens(Pool pool, InstantSource clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public Uni<String> createTokenState(
            RoutingContext context,
            OidcTenantConfig config,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> request) {
        SessionSeal seal = SessionSeal.fresh();
        return pool.preparedQuery("insert into platform.session (id, tokens, ends_at) values ($1, $2, $3)")
                .execute(Tuple.of(seal.id(), Buffer.buffer(seal.seal(write(tokens))), now().plus(LONGEST_SESSION)))
                .replaceWith(seal.secret());
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext context,
            OidcTenantConfig config,
            String tokenState,
            OidcRequestContext<AuthorizationCodeTokens> request) {
        SessionSeal seal = SessionSeal.of(tokenState);
        return pool.preparedQuery("select tokens from platform.session where id = $1 and ends_at > $2")
                .execute(Tuple.of(seal.id(), now()))
                .map(rows -> {
                    RowIterator<Row> found = rows.iterator();
                    if (!found.hasNext()) {
                        throw new AuthenticationFailedException();
                    }
                    return read(seal.open(found.next().getBuffer(0).getBytes()));
                });
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

    private static byte[] write(AuthorizationCodeTokens tokens) {
        ObjectNode node = Json.NODES
                .objectNode()
                .put("id", tokens.getIdToken())
                .put("access", tokens.getAccessToken())
                .put("refresh", tokens.getRefreshToken())
                .put("expiresIn", tokens.getAccessTokenExpiresIn())
                .put("scope", tokens.getAccessTokenScope());
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static AuthorizationCodeTokens read(byte[] text) {
        JsonNode node = Json.parse(new String(text, StandardCharsets.UTF_8));
        return new AuthorizationCodeTokens(
                node.path("id").textValue(),
                node.path("access").textValue(),
                node.path("refresh").textValue(),
                node.path("expiresIn").isNumber() ? node.path("expiresIn").asLong() : null,
                node.path("scope").textValue());
    }
}
