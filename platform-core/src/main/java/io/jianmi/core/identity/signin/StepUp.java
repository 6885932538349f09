package io.jianmi.core.identity.signin;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import io.quarkus.oidc.Redirect.Location;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * {@code /login?to=/path&acr=mfa}: whoever is signed in already is sent to Keycloak once more, for that level (OpenID
 * Connect Core, 3.1.2.1). He comes back with the mark {@link #ASKED}, whatever Keycloak made of it: nobody goes round in
 * circles, and what needs the level looks at the session, not at the mark.
 */
@Singleton
@Unremovable
@Redirect({Location.OIDC_AUTHORIZATION, Location.LOCAL_ENDPOINT_CALLBACK})
public final class StepUp implements OidcRedirectFilter {

    private static final String LEVEL = "mfa";
    private static final String ASKED = "asked";
    private static final String PATH = "/login";
    private static final String BACK = "/login/done";
    private static final String SESSION_COOKIE = "q_session";
    private static final String STATE_COOKIE = "q_auth_";

    @Override
    public void filter(OidcRedirectContext redirect) {
        if (asked(redirect.routingContext())) {
            redirect.additionalQueryParams().set("acr_values", LEVEL);
        } else if (redirect.redirectUri().contains(PATH + "?")
                && redirect.redirectUri().contains("acr=" + LEVEL)) {
            redirect.additionalQueryParams().set(ASKED, "1");
        }
    }

    /** Whether this request is to be sent to Keycloak though its session stands. */
    static boolean asked(RoutingContext context) {
        HttpServerRequest request = context.request();
        return context.normalizedPath().equals(PATH)
                && LEVEL.equals(request.getParam("acr"))
                && request.getParam(ASKED) == null;
    }

    /**
     * Sets the standing session aside where its browser comes back with a code that it asked for itself: Quarkus would take
     * the session and leave the code. Gives the cookie's value, so that the old session can be ended once the new one stands.
     */
    static Optional<String> setAside(RoutingContext context) {
        HttpServerRequest request = context.request();
        String state = request.getParam("state");
        boolean back = context.normalizedPath().equals(BACK)
                && state != null
                && request.getParam("code") != null
                && request.getCookie(STATE_COOKIE + state) != null;
        if (!back) {
            return Optional.empty();
        }
        Optional<String> session = session(context);
        request.response().removeCookies(SESSION_COOKIE, false);
        return session;
    }

    /** The value of the session's cookie. */
    static Optional<String> session(RoutingContext context) {
        return context.request().cookies(SESSION_COOKIE).stream()
                .map(Cookie::getValue)
                .findFirst();
    }
}
