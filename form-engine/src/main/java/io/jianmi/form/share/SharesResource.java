package io.jianmi.form.share;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.paging.WholeList;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.design.CompiledForms;
import io.jianmi.form.record.RequestBody;
import io.jianmi.form.record.UnkeptAnswer;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shares of a record over HTTP. Sharing again with the same member changes the same share. */
@Path("/api/v1/tenants/{tenant}/apps/{app}/forms/{form}/records/{id}/shares")
public class SharesResource {

    private final Callers callers;
    private final CompiledForms forms;
    private final Shares shares;

    SharesResource(Callers callers, CompiledForms forms, Shares shares) {
        this.callers = callers;
        this.forms = forms;
        this.shares = shares;
    }

    @GET
    @WholeList
    public Uni<Response> list(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @PathParam("id") String id) {
        Actor actor = callers.in(tenant);
        return forms.using(
                        actor.tenant(), app, form, compiled -> shares.list(actor, compiled, RequestBody.recordId(id)))
                .map(UnkeptAnswer::ok);
    }

    @POST
    public Uni<Response> share(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @PathParam("id") String id,
            @HeaderParam(Idempotency.HEADER) @Nullable String idempotency,
            JsonNode body) {
        Actor actor = callers.in(tenant);
        List<Finding> findings = new ArrayList<>();
        JsonNode terms = RequestBody.object(body, findings);
        RequestBody.only(terms, findings, "member", "until");
        RequestBody.refuse(findings);
        return forms.using(actor.tenant(), app, form, compiled -> {
                    UUID record = RequestBody.recordId(id);
                    return shares.share(
                            actor,
                            new ShareRecord(
                                    compiled,
                                    record,
                                    terms,
                                    Idempotency.Request.of(idempotency, "share/" + compiled.object(record), terms)));
                })
                .map(answer ->
                        UnkeptAnswer.of(answer.made() ? Response.Status.CREATED : Response.Status.OK, answer.share()));
    }

    @DELETE
    @Path("{share}")
    public Uni<Response> end(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @PathParam("id") String id,
            @PathParam("share") String share) {
        Actor actor = callers.in(tenant);
        return forms.using(
                        actor.tenant(),
                        app,
                        form,
                        compiled -> shares.end(actor, compiled, RequestBody.recordId(id), RequestBody.recordId(share)))
                .replaceWith(Response.noContent().build());
    }
}
