package io.jianmi.core.client;

import io.jianmi.core.identity.ClientCall;
import io.jianmi.core.identity.ClientPrincipal;
import io.jianmi.core.identity.ClientProblem;
import io.jianmi.core.identity.OpenToClients;
import io.jianmi.core.pace.Pace;
import io.jianmi.core.problem.ProblemException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ResourceInfo;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Every request of an API client comes by here: too many of them wait, and what is not meant for programs is refused before anything is read. */
@Singleton
public class ClientGuard {

    private final ClientCall call;
    private final InstantSource clock;
    private final Pace<UUID> pace = new Pace<>(Duration.ofMinutes(1));

    ClientGuard(ClientCall call, InstantSource clock) {
        this.call = call;
        this.clock = clock;
    }

    @ServerRequestFilter
    public void check(ResourceInfo route) {
        Optional<ClientPrincipal> client = call.client();
        if (client.isEmpty()) {
            return;
        }
        OptionalLong wait = pace.take(client.get().client(), client.get().perMinute(), clock.instant());
        if (wait.isPresent()) {
            throw ProblemException.of(ClientProblem.TOO_FAST, Map.of("retryAfter", wait.getAsLong()));
        }
        if (!route.getResourceMethod().isAnnotationPresent(OpenToClients.class)) {
            throw ProblemException.of(ClientProblem.REFUSED);
        }
        call.open();
    }
}
