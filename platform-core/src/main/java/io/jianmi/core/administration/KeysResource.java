package io.jianmi.core.administration;

import io.jianmi.core.command.Administrators;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** The tenant's keys: what they are for and since when they stand, never what they are. For administrators. */
@Path("/api/v1/tenants/{tenant}/keys")
public class KeysResource {

    private final Callers callers;
    private final KeyDesk desk;

    KeysResource(Callers callers, KeyDesk desk) {
        this.callers = callers;
        this.desk = desk;
    }

    @GET
    public Uni<KeyDesk.Overview> show(@PathParam("tenant") String tenant) {
        Actor actor = callers.in(tenant);
        Administrators.require(actor);
        return desk.of(actor.tenant());
    }
}
