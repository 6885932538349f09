package io.jianmi.core.privacy.purpose;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.command.PlatformPipeline;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.identity.Simulable;
import io.jianmi.core.json.Json;
import io.jianmi.core.paging.WholeList;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tenant's purposes: every member reads them, since every reveal names one. */
@Path("/api/v1/tenants/{tenant}/purposes")
public class PurposesResource {

    private final Callers callers;
    private final Purposes purposes;
    private final PlatformPipeline platform;
    private final ReplacePurposes.Handler replacing;

    PurposesResource(Callers callers, Purposes purposes, PlatformPipeline platform, ReplacePurposes.Handler replacing) {
        this.callers = callers;
        this.purposes = purposes;
        this.platform = platform;
        this.replacing = replacing;
    }

    /** All of them on one page; {@code next} is always null. */
    public record Page(List<Purpose> items, @Nullable String next) {

        static Page of(PurposeList list) {
            return new Page(list.items(), null);
        }
    }

    @GET
    @WholeList
    @Simulable
    public Uni<Page> list(@PathParam("tenant") String tenant) {
        Actor actor = callers.in(tenant);
        return purposes.of(actor.tenant()).map(items -> new Page(items, null));
    }

    @PUT
    public Uni<Page> replace(@PathParam("tenant") String tenant, @Nullable JsonNode body) {
        Actor actor = callers.in(tenant);
        return platform.run(replacing, new ReplacePurposes(body == null ? Json.NODES.nullNode() : body), actor)
                .map(Page::of);
    }
}
