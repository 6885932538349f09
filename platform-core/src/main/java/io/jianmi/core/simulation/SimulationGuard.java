package io.jianmi.core.simulation;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.identity.Simulable;
import io.jianmi.core.identity.SimulationProblem;
import io.jianmi.core.identity.Viewing;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.time.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Every request that looks with the eyes of somebody else comes by here: what is not meant to be read so is refused before anything is
 * read, and for the rest the caller is whom he looks as.
 */
@Singleton
public class SimulationGuard {

    private final Callers callers;
    private final SimulationStore store;
    private final Viewing viewing;
    private final InstantSource clock;

    SimulationGuard(Callers callers, SimulationStore store, Viewing viewing, InstantSource clock) {
        this.callers = callers;
        this.store = store;
        this.viewing = viewing;
        this.clock = clock;
    }

    /** Null: the request goes on at once, as nearly all do. */
    @ServerRequestFilter
    public @Nullable Uni<Response> check(ContainerRequestContext request, ResourceInfo route) {
        String sent = request.getHeaderString(Viewing.HEADER);
        if (sent == null) {
            return null;
        }
        if (!route.getResourceMethod().isAnnotationPresent(Simulable.class)) {
            throw ProblemException.of(SimulationProblem.REFUSED);
        }
        String tenant = request.getUriInfo().getPathParameters().getFirst("tenant");
        if (tenant == null) {
            return null;
        }
        Actor viewer = callers.himself(tenant);
        if (!Simulations.may(viewer)) {
            throw ProblemException.of(SimulationProblem.REFUSED);
        }
        return Ids.parse(sent)
                .map(id -> store.live(viewer, id, clock.instant()))
                .orElseThrow(() -> ProblemException.of(SimulationProblem.OVER))
                .invoke(found -> viewing.as(found.orElseThrow(() -> ProblemException.of(SimulationProblem.OVER))
                        .as()))
                .chain(found -> Uni.createFrom().<Response>nullItem());
    }
}
