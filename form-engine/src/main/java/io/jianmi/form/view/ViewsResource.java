package io.jianmi.form.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.identity.OpenToClients;
import io.jianmi.core.identity.Simulable;
import io.jianmi.core.paging.WholeList;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.design.CompiledForms;
import io.jianmi.form.record.RequestBody;
import io.jianmi.form.record.VersionedAnswer;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Views of a form over HTTP. */
@Path("/api/v1/tenants/{tenant}/apps/{app}/forms/{form}/views")
public class ViewsResource {

    private final Callers callers;
    private final CompiledForms forms;
    private final Views views;

    ViewsResource(Callers callers, CompiledForms forms, Views views) {
        this.callers = callers;
        this.forms = forms;
        this.views = views;
    }

    @GET
    @WholeList
    @OpenToClients
    @Simulable
    public Uni<ObjectNode> list(
            @PathParam("tenant") String tenant, @PathParam("app") String app, @PathParam("form") String form) {
        Actor actor = callers.in(tenant);
        return forms.inApp(actor.tenant(), app, form).chain(compiled -> views.list(actor, compiled));
    }

    @POST
    public Uni<Response> create(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @HeaderParam(Idempotency.HEADER) @Nullable String idempotency,
            JsonNode body) {
        Actor actor = callers.in(tenant);
        ObjectNode document = object(body);
        return forms.inApp(actor.tenant(), app, form)
                .chain(compiled -> views.create(actor, compiled, document, Optional.ofNullable(idempotency)))
                .map(view -> VersionedAnswer.of(Response.Status.CREATED, view));
    }

    @PATCH
    @Path("{view}")
    public Uni<Response> change(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @PathParam("view") String view,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            JsonNode body) {
        Actor actor = callers.in(tenant);
        ObjectNode document = object(body);
        return forms.inApp(actor.tenant(), app, form)
                .chain(compiled -> views.change(actor, compiled, view, ifMatch, document))
                .map(changed -> VersionedAnswer.of(Response.Status.OK, changed));
    }

    @DELETE
    @Path("{view}")
    public Uni<Response> delete(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @PathParam("view") String view,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        Actor actor = callers.in(tenant);
        return forms.inApp(actor.tenant(), app, form)
                .chain(compiled -> views.delete(actor, compiled, view, ifMatch))
                .replaceWith(Response.noContent().build());
    }

    @POST
    @Path("{view}/restore")
    public Uni<Response> restore(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @PathParam("view") String view) {
        Actor actor = callers.in(tenant);
        return forms.inApp(actor.tenant(), app, form)
                .chain(compiled -> views.restore(actor, compiled, view))
                .map(restored -> VersionedAnswer.of(Response.Status.OK, restored));
    }

    private static ObjectNode object(@Nullable JsonNode body) {
        List<Finding> findings = new ArrayList<>();
        JsonNode document = RequestBody.object(body, findings);
        ViewBody.refuse(findings);
        return (ObjectNode) document;
    }
}
