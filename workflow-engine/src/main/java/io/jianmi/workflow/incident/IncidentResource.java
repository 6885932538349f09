package io.jianmi.workflow.incident;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.PageLimit;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.record.Preference;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Workflows of a tenant that do not go on by themselves, for its administrators. */
@Path("/api/v1/tenants/{tenant}/incidents")
@NonBlocking
public class IncidentResource {

    private final Callers callers;
    private final IncidentDesk desk;

    IncidentResource(Callers callers, IncidentDesk desk) {
        this.callers = callers;
        this.desk = desk;
    }

    @GET
    public Uni<IncidentDesk.Page> list(
            @PathParam("tenant") String tenant,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("after") @Nullable String after,
            @HeaderParam("Accept-Language") @DefaultValue("zh-CN") String language) {
        var actor = callers.in(tenant);
        PageLimit.check(limit);
        Optional<Long> behind = Optional.ofNullable(after)
                .map(text -> number(
                        text,
                        () -> ProblemException.of(CommonProblem.INVALID_PARAMETER, Map.of("parameter", "after"))));
        return desk.page(actor, behind, limit, Preference.language(language));
    }

    @POST
    @Path("{id}/retry")
    public Uni<ObjectNode> retry(
            @PathParam("tenant") String tenant,
            @PathParam("id") String id,
            @HeaderParam("Prefer") @DefaultValue("") String prefer) {
        var actor = callers.in(tenant);
        long incident = number(id, () -> ProblemException.of(CommonProblem.NOT_FOUND));
        return desk.retry(actor, incident, Preference.wait(prefer));
    }

    private static long number(String text, Supplier<ProblemException> otherwise) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw otherwise.get();
        }
    }
}
