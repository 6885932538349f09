package io.jianmi.core.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.command.Administrators;
import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.command.Precondition;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.identity.ClientProblem;
import io.jianmi.core.identity.Org;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.PageLimit;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.time.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tenant's API clients, for its administrators. */
@Path("/api/v1/tenants/{tenant}/api-clients")
public class ClientsResource {

    private final Callers callers;
    private final CommandPipeline pipeline;
    private final ClientStore store;
    private final ClientFacts facts;
    private final OrgDirectory directory;
    private final Ids ids;
    private final ClientHandlers handlers;
    private final Idempotency once;

    ClientsResource(
            Callers callers,
            CommandPipeline pipeline,
            ClientStore store,
            ClientFacts facts,
            OrgDirectory directory,
            Ids ids,
            ClientHandlers handlers,
            Idempotency once) {
        this.callers = callers;
        this.pipeline = pipeline;
        this.store = store;
        this.facts = facts;
        this.directory = directory;
        this.ids = ids;
        this.handlers = handlers;
        this.once = once;
    }

    @GET
    public Uni<ClientView.Page> list(
            @PathParam("tenant") String tenant,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("after") @Nullable String after) {
        Actor actor = administrator(tenant);
        PageLimit.check(limit);
        return store.page(actor.tenant(), after(after), limit + 1).map(found -> {
            Org org = directory.of(actor.tenant());
            List<ClientView> items = found.stream()
                    .limit(limit)
                    .map(client -> ClientView.of(client, org, facts.now(), null))
                    .toList();
            return new ClientView.Page(
                    items, found.size() > limit ? items.get(limit - 1).id().toString() : null);
        });
    }

    /**
     * The one time that the key is told: it is kept as a digest alone, so the same request again is answered with the client and without
     * its key. Who has lost it {@linkplain #roll rolls} it.
     */
    @POST
    public Uni<Response> make(
            @PathParam("tenant") String tenant,
            @HeaderParam(Idempotency.HEADER) @Nullable String idempotency,
            @Nullable JsonNode body) {
        Actor actor = administrator(tenant);
        Optional<Idempotency.Request> request = Idempotency.Request.of(idempotency, "api-client", body(body));
        MakeClient command = new MakeClient(ids.next(), body(body), request);
        return once.once(
                actor,
                request,
                made -> told(actor, made.get(0), null, Response.Status.CREATED),
                () -> pipeline.run(handlers.making(), command, actor)
                        .chain(keyed -> told(actor, command.id(), keyed.key(), Response.Status.CREATED)));
    }

    @GET
    @Path("{id}")
    public Uni<Response> get(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        Actor actor = administrator(tenant);
        return told(actor, id(id), null, Response.Status.OK);
    }

    @PATCH
    @Path("{id}")
    public Uni<Response> revise(
            @PathParam("tenant") String tenant,
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable JsonNode body) {
        Actor actor = administrator(tenant);
        UUID known = id(id);
        return pipeline.run(handlers.revising(), new ReviseClient(known, revision(ifMatch), body(body)), actor)
                .chain(done -> told(actor, known, null, Response.Status.OK));
    }

    /** A new key. With {@code {"overlap": true}} the one before counts for a day more. */
    @POST
    @Path("{id}/roll")
    public Uni<Response> roll(
            @PathParam("tenant") String tenant,
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable JsonNode body) {
        Actor actor = administrator(tenant);
        UUID known = id(id);
        boolean overlap = body(body).path("overlap").asBoolean(false);
        return pipeline.run(handlers.rolling(), new RollClient(known, revision(ifMatch), overlap), actor)
                .chain(keyed -> told(actor, known, keyed.key(), Response.Status.OK));
    }

    @DELETE
    @Path("{id}")
    public Uni<Response> revoke(
            @PathParam("tenant") String tenant,
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        Actor actor = administrator(tenant);
        return pipeline.run(handlers.revoking(), new RevokeClient(id(id), revision(ifMatch)), actor)
                .map(done -> Response.noContent().build());
    }

    /** Whoever may is asked for the rest; whoever may not is told nothing but that. */
    private Actor administrator(String tenant) {
        Actor actor = callers.in(tenant);
        Administrators.require(actor);
        return actor;
    }

    private Uni<Response> told(Actor actor, UUID id, @Nullable ApiKey key, Response.Status status) {
        return facts.standing(actor.tenant(), id)
                .map(client -> Response.status(status)
                        .tag(Integer.toString(client.revision()))
                        .header("Cache-Control", "no-store")
                        .entity(ClientView.of(client, directory.of(actor.tenant()), facts.now(), key))
                        .build());
    }

    private static JsonNode body(@Nullable JsonNode body) {
        return body == null ? Json.NODES.objectNode() : body;
    }

    private static UUID id(String id) {
        return Ids.parse(id).orElseThrow(() -> ProblemException.of(ClientProblem.NOT_FOUND));
    }

    private static int revision(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw ProblemException.of(CommonProblem.PRECONDITION_REQUIRED);
        }
        return Precondition.number(ifMatch).orElse(0);
    }

    private static Optional<UUID> after(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Ids.parse(text)
                .orElseThrow(() -> ProblemException.of(CommonProblem.INVALID_PARAMETER, Map.of("parameter", "after"))));
    }
}
