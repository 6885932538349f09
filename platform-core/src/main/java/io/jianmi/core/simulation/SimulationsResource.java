package io.jianmi.core.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.identity.Org;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.identity.Perspective;
import io.jianmi.core.identity.SimulationProblem;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.time.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looking with the eyes of another member or of a role, for a while. Requests name it in the header {@code Jianmi-Simulation}. */
@Path("/api/v1/tenants/{tenant}/simulations")
public class SimulationsResource {

    private final Callers callers;
    private final OrgDirectory directory;
    private final CommandPipeline commands;
    private final BeginSimulation.Handler beginning;
    private final EndSimulation.Handler ending;
    private final SimulationStore store;
    private final Idempotency once;
    private final InstantSource clock;

    SimulationsResource(
            Callers callers,
            OrgDirectory directory,
            CommandPipeline commands,
            BeginSimulation.Handler beginning,
            EndSimulation.Handler ending,
            SimulationStore store,
            Idempotency once,
            InstantSource clock) {
        this.callers = callers;
        this.directory = directory;
        this.commands = commands;
        this.beginning = beginning;
        this.ending = ending;
        this.store = store;
        this.once = once;
        this.clock = clock;
    }

    @POST
    public Uni<Response> begin(
            @PathParam("tenant") String tenant,
            @HeaderParam(Idempotency.HEADER) @Nullable String idempotency,
            JsonNode body) {
        Actor actor = callers.in(tenant);
        Org org = directory.of(actor.tenant());
        List<Finding> findings = new ArrayList<>();
        Optional<Perspective> as = Perspective.read(body, findings)
                .filter(perspective -> perspective.in(org, findings).isPresent());
        if (as.isEmpty()) {
            throw Simulations.may(actor)
                    ? ProblemException.of(SimulationProblem.INVALID, findings)
                    : ProblemException.of(CommonProblem.FORBIDDEN);
        }
        Optional<Idempotency.Request> request = Idempotency.Request.of(idempotency, "simulation", body);
        return once.once(
                        actor,
                        request,
                        made -> begun(actor, made.get(0)),
                        () -> commands.run(beginning, new BeginSimulation(as.get(), request), actor))
                .map(begun -> Response.status(Response.Status.CREATED)
                        .entity(view(begun, org))
                        .build());
    }

    @DELETE
    @Path("{id}")
    public Uni<Response> end(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        Actor actor = callers.in(tenant);
        return Ids.parse(id)
                .map(known -> commands.run(ending, new EndSimulation(known), actor))
                .orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND))
                .replaceWith(Response.noContent().build());
    }

    private Uni<Simulation> begun(Actor actor, UUID id) {
        return store.live(actor, id, clock.instant())
                .map(found -> found.orElseThrow(() -> ProblemException.of(SimulationProblem.OVER)));
    }

    private static ObjectNode view(Simulation simulation, Org org) {
        Perspective as = simulation.as();
        return Json.NODES
                .objectNode()
                .put("id", simulation.id().toString())
                .put("kind", as.kind().word())
                .put("key", as.key())
                .put("name", as.kind() == Perspective.Kind.MEMBER ? org.nameOf(as.key()) : as.key())
                .put("until", simulation.until().toString());
    }
}
