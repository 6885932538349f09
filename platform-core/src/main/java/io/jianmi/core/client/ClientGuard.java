package io.jianmi.core.client;

import io.jianmi.core.identity.ClientCall;
import io.jianmi.core.identity.ClientPrincipal;
import io.jianmi.core.identity.ClientProblem;
import io.jianmi.core.identity.OpenToClients;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.problem.http.ProblemBody;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.OptionalLong;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Every request of an API client comes by here: too many of them wait, and what is not meant for programs is refused before anything is read. */
@Singleton
public class ClientGuard {

    private final ClientCall call;
    private final Paces paces;

    ClientGuard(ClientCall call, Paces paces) {
        this.call = call;
        this.paces = paces;
    }

    /** Null: the request goes on. */
    @ServerRequestFilter
    public @Nullable Response check(ResourceInfo route) {
        Optional<ClientPrincipal> client = call.client();
        if (client.isEmpty()) {
            return null;
        }
        OptionalLong wait = paces.take(client.get());
        if (wait.isPresent()) {
            return Response.status(ClientProblem.TOO_FAST.status())
                    .type(ProblemBody.MEDIA_TYPE)
                    .header(HttpHeaders.RETRY_AFTER, wait.getAsLong())
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .entity(ProblemBody.of(ClientProblem.TOO_FAST))
                    .build();
        }
        if (!route.getResourceMethod().isAnnotationPresent(OpenToClients.class)) {
            throw ProblemException.of(ClientProblem.REFUSED);
        }
        call.open();
        return null;
    }
}
