package io.jianmi.template.install;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.paging.WholeList;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** What a tenant has of the templates, and installing one; for its designers. */
@Path("/api/v1/tenants/{tenant}/templates")
public class TenantTemplatesResource {

    private final Callers callers;
    private final TemplateCentre centre;

    TenantTemplatesResource(Callers callers, TemplateCentre centre) {
        this.callers = callers;
        this.centre = centre;
    }

    @GET
    @WholeList
    public Uni<ObjectNode> list(@PathParam("tenant") String tenant) {
        return centre.in(callers.in(tenant));
    }

    @POST
    @Path("{id}/install")
    public Uni<Response> install(
            @PathParam("tenant") String tenant,
            @PathParam("id") String id,
            @HeaderParam(Idempotency.HEADER) @Nullable String idempotency) {
        return centre.install(callers.in(tenant), id, idempotency)
                .map(made -> Response.status(Response.Status.CREATED)
                        .header(
                                HttpHeaders.LOCATION,
                                "/api/v1/tenants/" + tenant + "/apps/"
                                        + made.path("app").asText())
                        .entity(made)
                        .build());
    }
}
