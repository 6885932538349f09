package io.jianmi.core.identity.signin;

import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.http.ProblemBody;
import io.jianmi.core.problem.http.RequestIds;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * OpenID Connect with six differences: a key of an API client ({@link ClientKeys}) is a bearer token too, a bearer
 * token is verified once and then known for a while, only an access token is one, an API path never answers with a
 * redirect to a sign-in page but with 401 (RFC 6750), a session can be raised to a higher level ({@link StepUp}), and what
 * cannot be told now (503) is not taken for its end.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class SignIn implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer ";

    /** In the context of a request: nobody can tell at the moment whose it is. */
    private static final String UNANSWERED = "jianmi.session.unanswered";

    private final OidcAuthenticationMechanism oidc;
    private final BearerCache cache;
    private final ServerSideTokens sessions;
    private final ClientKeys keys;

    SignIn(OidcAuthenticationMechanism oidc, BearerCache cache, ServerSideTokens sessions, ClientKeys keys) {
        this.oidc = oidc;
        this.cache = cache;
        this.sessions = sessions;
        this.keys = keys;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        String token = bearer(context);
        if (token == null) {
            return bySession(context, identities);
        }
        if (token.startsWith(ClientKeys.PREFIX)) {
            return byKey(token, context);
        }
        Optional<SecurityIdentity> known = cache.find(token);
        return known.isPresent()
                ? Uni.createFrom().item(known.get())
                : oidc.authenticate(context, identities)
                        .map(identity -> identity == null ? null : cache.remember(token, access(identity)));
    }

    /**
     * An ID token has the same signature and may name the same audience, and says only who somebody is: what was handed
     * to a page to greet him by must not act for him. Keycloak tells them apart in the claim {@code typ}.
     */
    private static SecurityIdentity access(SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof JsonWebToken claims && !"Bearer".equals(claims.getClaim("typ"))) {
            throw new AuthenticationFailedException();
        }
        return identity;
    }

    private Uni<SecurityIdentity> byKey(String key, RoutingContext context) {
        return keys.holder(key, context.request().remoteAddress().hostAddress())
                .map(holder -> holder.<SecurityIdentity>map(client -> QuarkusSecurityIdentity.builder()
                                .setPrincipal(client)
                                .build())
                        .orElseThrow(AuthenticationFailedException::new));
    }

    private Uni<SecurityIdentity> bySession(RoutingContext context, IdentityProviderManager identities) {
        if (StepUp.asked(context)) {
            // Nobody as yet, and the session is not even looked at: the challenge would end it, and he may turn back.
            return Uni.createFrom().nullItem();
        }
        Optional<String> before = StepUp.setAside(context);
        Uni<SecurityIdentity> identity = opened(context)
                .chain(() -> oidc.authenticate(context, identities))
                .call(known -> known == null ? Uni.createFrom().voidItem() : sessions.claim(context, known));
        return before.isEmpty()
                ? identity
                : identity.onFailure(AuthenticationRedirectException.class).call(() -> sessions.end(before.get()));
    }

    /** A session that is over is left to Quarkus to find; one that cannot be told of now must not come before it. */
    private Uni<Void> opened(RoutingContext context) {
        return StepUp.session(context)
                .map(secret -> sessions.open(context, secret))
                .orElseGet(() -> Uni.createFrom().voidItem())
                .onFailure(AuthenticationFailedException.class)
                .recoverWithNull()
                .onFailure()
                .transform(failure -> {
                    context.put(UNANSWERED, true);
                    return new AuthenticationFailedException(failure);
                });
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return api(context)
                ? Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"))
                : oidc.getChallenge(context);
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        if (context.get(UNANSWERED) != null) {
            return answer(context, CommonProblem.UNAVAILABLE);
        }
        if (!api(context)) {
            return HttpAuthenticationMechanism.super.sendChallenge(context);
        }
        context.response().putHeader("WWW-Authenticate", "Bearer");
        return answer(context, CommonProblem.UNAUTHENTICATED);
    }

    private static Uni<Boolean> answer(RoutingContext context, CommonProblem problem) {
        context.response()
                .setStatusCode(problem.status())
                .putHeader("Cache-Control", "no-store")
                .putHeader("Content-Type", ProblemBody.MEDIA_TYPE);
        return Uni.createFrom()
                .completionStage(context.response()
                        .end(ProblemBody.of(problem, RequestIds.of(context)))
                        .toCompletionStage())
                .replaceWith(true);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return oidc.getCredentialTransport(context);
    }

    private static @Nullable String bearer(RoutingContext context) {
        String header = context.request().getHeader("Authorization");
        return header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : null;
    }

    private static boolean api(RoutingContext context) {
        return context.normalizedPath().startsWith("/api/");
    }
}
