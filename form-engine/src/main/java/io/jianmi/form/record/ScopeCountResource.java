package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.form.design.AccessQuestion;
import io.jianmi.form.design.Designers;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** How many records a draft would show somebody. For designers. */
@Path("/api/v1/tenants/{tenant}/apps/{app}/forms/{form}/access/count")
public class ScopeCountResource {

    private final Callers callers;
    private final OrgDirectory directory;
    private final ScopeCounts counts;

    ScopeCountResource(Callers callers, OrgDirectory directory, ScopeCounts counts) {
        this.callers = callers;
        this.directory = directory;
        this.counts = counts;
    }

    @POST
    public Uni<ObjectNode> count(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            JsonNode body) {
        Actor actor = callers.in(tenant);
        Designers.require(actor);
        return counts.of(actor, app, form, AccessQuestion.read(body, directory.of(actor.tenant())));
    }
}
