package io.jianmi.core.identity;

import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.problem.http.RequestIds;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.tenant.Tenants;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Turns the caller of a request into an actor of the tenant that the address names. */
@ApplicationScoped
public class Callers {

    private final SecurityIdentity identity;
    private final OrgDirectory directory;
    private final Tenants tenants;
    private final RequestIds requests;
    private final Viewing viewing;
    private final ClientCall clients;

    public Callers(
            SecurityIdentity identity,
            OrgDirectory directory,
            Tenants tenants,
            RequestIds requests,
            Viewing viewing,
            ClientCall clients) {
        this.identity = identity;
        this.directory = directory;
        this.tenants = tenants;
        this.requests = requests;
        this.viewing = viewing;
        this.clients = clients;
    }

    /**
     * The caller as an actor of the tenant. Nobody signed in: 401. A key of no tenant, one whose schema does not stand yet, and a tenant in
     * which the caller is no enabled member: the same {@code request.not-found}. Who looks with the eyes of somebody else is that one, seen by him; where
     * that was not looked up, nobody is let in.
     */
    public Actor in(String tenantKey) {
        Actor caller = himself(tenantKey);
        if (!viewing.asked()) {
            return caller;
        }
        return viewing.perspective()
                .flatMap(perspective -> perspective.in(directory.of(caller.tenant())))
                .map(shown -> shown.seenBy(caller))
                .orElseThrow(() -> ProblemException.of(SimulationProblem.REFUSED));
    }

    /** The caller himself, with whosever eyes he looks; else as {@link #in}. */
    public Actor himself(String tenantKey) {
        Optional<ClientPrincipal> client = clients.client();
        if (client.isPresent()) {
            return client(client.get(), tenantKey);
        }
        JsonWebToken token = token();
        return TenantKey.parse(tenantKey)
                .filter(tenants::stands)
                .flatMap(key -> directory.of(key).actor(new MemberId(token.getSubject())))
                .map(actor -> actor.authenticated(token.getClaim("acr"), authTime(token)))
                .map(actor -> requests.current().map(actor::in).orElse(actor))
                .orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
    }

    /** A client exists in its own tenant, and only where its route was found open to clients. */
    private Actor client(ClientPrincipal client, String tenantKey) {
        if (!clients.opened()) {
            throw ProblemException.of(ClientProblem.REFUSED);
        }
        return TenantKey.parse(tenantKey)
                .filter(client.tenant()::equals)
                .filter(tenants::stands)
                .flatMap(key -> directory.of(key).actor(ApiClient.actorId(client.client())))
                .map(actor -> requests.current().map(actor::in).orElse(actor))
                .orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
    }

    /** The caller's member id, whichever tenants he is in; nobody signed in: 401. */
    public MemberId id() {
        return new MemberId(token().getSubject());
    }

    /** The language that the caller prefers (BCP 47), when his token names one. */
    public Optional<String> locale() {
        return Optional.ofNullable(token().getClaim("locale"));
    }

    /** The caller's session at the provider ({@code sid}), when his token names one. */
    public Optional<String> session() {
        return Optional.ofNullable(token().getClaim("sid"));
    }

    /** How strongly the caller is signed in ({@code acr}), when his token says so. */
    public Optional<String> level() {
        return Optional.ofNullable(token().getClaim("acr"));
    }

    private JsonWebToken token() {
        if (clients.client().isPresent()) {
            throw ProblemException.of(ClientProblem.REFUSED);
        }
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw ProblemException.of(CommonProblem.UNAUTHENTICATED);
        }
        return token;
    }

    private static @Nullable Instant authTime(JsonWebToken token) {
        Object seconds = token.getClaim("auth_time");
        return seconds == null ? null : Instant.ofEpochSecond(Long.parseLong(seconds.toString()));
    }
}
