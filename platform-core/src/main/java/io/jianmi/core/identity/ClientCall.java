package io.jianmi.core.identity;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Whether the request being served is an API client's, and whether its route is open to those. */
@ApplicationScoped
public class ClientCall {

    private static final String KEY = "jianmi.client";

    private final SecurityIdentity identity;
    private final CurrentVertxRequest current;

    ClientCall(SecurityIdentity identity, CurrentVertxRequest current) {
        this.identity = identity;
        this.current = current;
    }

    /** The client, when it is one's. */
    public Optional<ClientPrincipal> client() {
        return identity.getPrincipal() instanceof ClientPrincipal client ? Optional.of(client) : Optional.empty();
    }

    /** From now on the client is the caller of this request; until then there is none. */
    public void open() {
        current.getCurrent().put(KEY, true);
    }

    boolean opened() {
        RoutingContext context = current.getCurrent();
        return context != null && context.get(KEY) != null;
    }
}
