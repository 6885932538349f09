package io.jianmi.core.client;

import io.jianmi.core.identity.ClientCall;
import io.jianmi.core.identity.ClientPrincipal;
import io.jianmi.core.identity.ClientProblem;
import io.jianmi.core.identity.OpenToClients;
import io.jianmi.core.problem.ProblemException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Every request of an API client comes by here: too many of them wait, and what is not meant for programs is refused before anything is read. */
@Singleton
public class ClientGuard {

    private final ClientCall call;
    private final Paces paces;

    ClientGuard(ClientCall call, Paces paces) {
        this.call = call;
        this.paces = paces;
    }

    @ServerRequestFilter
    public void check(ResourceInfo route) {
        Optional<ClientPrincipal> client = call.client();
        if (client.isEmpty()) {
            return;
        }
        OptionalLong wait = paces.take(client.get());
        if (wait.isPresent()) {
            throw ProblemException.of(ClientProblem.TOO_FAST, Map.of("retryAfter", wait.getAsLong()));
        }
        if (!route.getResourceMethod().isAnnotationPresent(OpenToClients.class)) {
            throw ProblemException.of(ClientProblem.REFUSED);
        }
        call.open();
    }
}
