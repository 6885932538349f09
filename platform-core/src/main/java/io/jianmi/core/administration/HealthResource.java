package io.jianmi.core.administration;

import io.jianmi.core.command.Administrators;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** How the installation is, as far as a tenant's administrator needs to know. */
@Path("/api/v1/tenants/{tenant}/health")
public class HealthResource {

    private final Callers callers;
    private final HealthDesk desk;

    HealthResource(Callers callers, HealthDesk desk) {
        this.callers = callers;
        this.desk = desk;
    }

    @GET
    public Uni<Health> show(@PathParam("tenant") String tenant) {
        Actor actor = callers.in(tenant);
        Administrators.require(actor);
        return desk.of(actor.tenant());
    }
}
