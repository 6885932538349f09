package io.jianmi.form.design;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.identity.OrgDirectory;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Why somebody has the rights that a draft gives him. For designers; no record is read. */
@Path("/api/v1/tenants/{tenant}/apps/{app}/forms/{form}/access")
public class AccessResource {

    private final Callers callers;
    private final OrgDirectory directory;
    private final AccessDesk desk;

    AccessResource(Callers callers, OrgDirectory directory, AccessDesk desk) {
        this.callers = callers;
        this.directory = directory;
        this.desk = desk;
    }

    @POST
    @Path("explain")
    public Uni<ObjectNode> explain(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            JsonNode body) {
        Actor actor = callers.in(tenant);
        Designers.require(actor);
        return desk.explain(actor, app, form, AccessQuestion.read(body, directory.of(actor.tenant())));
    }
}
