package io.jianmi.workflow.delegation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.paging.WholeList;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.time.Ids;
import io.jianmi.form.record.RequestBody;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Delegations of the caller, and for administrators those of others. */
@Path("/api/v1/tenants/{tenant}/delegations")
@NonBlocking
public class DelegationResource {

    private final Callers callers;
    private final Delegations delegations;

    DelegationResource(Callers callers, Delegations delegations) {
        this.callers = callers;
        this.delegations = delegations;
    }

    /** All of them on one page, newest first; {@code next} is always null. */
    public record Page(List<ObjectNode> items, @Nullable String next) {}

    @GET
    @WholeList
    public Uni<Page> list(@PathParam("tenant") String tenant, @QueryParam("member") @Nullable String member) {
        Actor actor = callers.in(tenant);
        return delegations.list(actor, Optional.ofNullable(member)).map(items -> new Page(items, null));
    }

    @POST
    public Uni<Response> make(
            @PathParam("tenant") String tenant,
            @HeaderParam(Idempotency.HEADER) @Nullable String idempotency,
            @Nullable JsonNode body) {
        Actor actor = callers.in(tenant);
        List<Finding> findings = new ArrayList<>();
        JsonNode terms = RequestBody.object(body, findings);
        RequestBody.only(terms, findings, "member", "delegate", "from", "until", "workflows", "open");
        RequestBody.refuse(findings);
        return delegations
                .make(actor, terms, Optional.ofNullable(idempotency))
                .map(made ->
                        Response.status(Response.Status.CREATED).entity(made).build());
    }

    @DELETE
    @Path("{id}")
    public Uni<Response> end(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        Actor actor = callers.in(tenant);
        return delegations
                .end(actor, Ids.parse(id).orElseThrow(() -> ProblemException.of(DelegationProblem.NOT_FOUND)))
                .replaceWith(Response.noContent().build());
    }
}
