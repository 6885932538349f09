package io.jianmi.core.identity.signin;

import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * A browser adds its session by itself, so a foreign page could send a change in its user's name. It cannot add a header
 * of its own without asking first (Fetch, CORS preflight), and nobody is allowed to ask: so a change by session needs one.
 */
@Singleton
public class CrossSiteGuard {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final SecurityIdentity identity;

    CrossSiteGuard(SecurityIdentity identity) {
        this.identity = identity;
    }

    @ServerRequestFilter
    public void check(ContainerRequestContext request) {
        boolean bySession = request.getHeaderString("Authorization") == null && !identity.isAnonymous();
        if (bySession && !SAFE.contains(request.getMethod()) && request.getHeaderString("X-Requested-With") == null) {
            throw ProblemException.of(CommonProblem.CSRF);
        }
    }
}
