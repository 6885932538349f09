package io.jianmi.template.install;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.paging.WholeList;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** What templates there are, for everybody who is signed in. */
@Path("/api/v1/templates")
public class TemplatesResource {

    private final Callers callers;
    private final TemplateCentre centre;

    TemplatesResource(Callers callers, TemplateCentre centre) {
        this.callers = callers;
        this.centre = centre;
    }

    @GET
    @WholeList
    public Uni<ObjectNode> list() {
        callers.id();
        return Uni.createFrom().item(centre.all());
    }

    @GET
    @Path("{id}")
    public Uni<ObjectNode> get(@PathParam("id") String id) {
        callers.id();
        return Uni.createFrom().item(centre.one(id));
    }
}
