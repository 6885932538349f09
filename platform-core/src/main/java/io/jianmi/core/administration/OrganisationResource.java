package io.jianmi.core.administration;

import io.jianmi.core.command.Administrators;
import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.identity.Member;
import io.jianmi.core.identity.Org;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.identity.OrgSource;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a tenant's people come from, and how fresh the copy of them is. For administrators. */
@Path("/api/v1/tenants/{tenant}/organisation")
@NonBlocking
public class OrganisationResource {

    private final Callers callers;
    private final OrgDirectory directory;
    private final OrgSource source;
    private final CommandPipeline pipeline;
    private final ReadOrganisation.Handler reading;

    OrganisationResource(
            Callers callers,
            OrgDirectory directory,
            OrgSource source,
            CommandPipeline pipeline,
            ReadOrganisation.Handler reading) {
        this.callers = callers;
        this.directory = directory;
        this.source = source;
        this.pipeline = pipeline;
        this.reading = reading;
    }

    /**
     * How the copy stands.
     *
     * @param console where people are looked after
     * @param readAt when the copy was last compared in full by the node that answers, null before that
     * @param active how many of the members may sign in
     */
    public record Organisation(
            URI console, @Nullable Instant readAt, long members, long active, int departments, int roles) {}

    @GET
    public Organisation show(@PathParam("tenant") String tenant) {
        Actor actor = callers.in(tenant);
        Administrators.require(actor);
        return organisation(actor.tenant());
    }

    /** Compares now; answers how it then stands. */
    @POST
    @Path("read")
    public Uni<Organisation> read(@PathParam("tenant") String tenant) {
        Actor actor = callers.in(tenant);
        return pipeline.run(reading, new ReadOrganisation(), actor)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(may -> {
                    source.read();
                    return organisation(actor.tenant());
                });
    }

    private Organisation organisation(TenantKey tenant) {
        Org org = directory.of(tenant);
        return new Organisation(
                source.pages().console(),
                source.readAt().orElse(null),
                org.members().size(),
                org.members().stream().filter(Member::enabled).count(),
                org.departments().size(),
                org.roles().size());
    }
}
