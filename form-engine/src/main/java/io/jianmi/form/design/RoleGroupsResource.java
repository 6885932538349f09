package io.jianmi.form.design;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.paging.WholeList;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** In which permission groups of published forms a role is named. For designers; no record is read. */
@Path("/api/v1/tenants/{tenant}/roles/{role}/groups")
public class RoleGroupsResource {

    private final Callers callers;
    private final OrgDirectory directory;
    private final CompiledForms forms;

    RoleGroupsResource(Callers callers, OrgDirectory directory, CompiledForms forms) {
        this.callers = callers;
        this.directory = directory;
        this.forms = forms;
    }

    @GET
    @WholeList
    public Uni<AppsResource.Page<RoleGroups.Item>> list(
            @PathParam("tenant") String tenant, @PathParam("role") String role) {
        Actor actor = callers.in(tenant);
        Designers.require(actor);
        if (!directory.of(actor.tenant()).roles().contains(role)) {
            throw ProblemException.of(CommonProblem.NOT_FOUND);
        }
        return forms.all(actor.tenant())
                .map(all -> new AppsResource.Page<>(
                        all.stream()
                                .flatMap(published -> RoleGroups.naming(
                                        role, published.app(), published.form().definition()))
                                .toList(),
                        null));
    }
}
