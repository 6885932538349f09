package io.jianmi.form.print;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.design.CompiledForms;
import io.jianmi.form.record.RequestBody;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Records on paper over HTTP. No name of a file tells anything of a person. */
@Path("/api/v1/tenants/{tenant}/apps/{app}/forms/{form}/records")
public class PrintResource {

    private static final String PDF = "application/pdf";

    private final Callers callers;
    private final CompiledForms forms;
    private final Printing printing;

    PrintResource(Callers callers, CompiledForms forms, Printing printing) {
        this.callers = callers;
        this.forms = forms;
        this.printing = printing;
    }

    @GET
    @Path("{id}/print")
    @Produces(PDF)
    public Uni<Response> one(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @PathParam("id") String id,
            @Context HttpHeaders headers) {
        Actor actor = callers.in(tenant);
        PaperWords words = PaperWords.of(headers.getAcceptableLanguages());
        return forms.using(
                        actor.tenant(),
                        app,
                        form,
                        compiled -> printing.one(actor, compiled, RequestBody.recordId(id), words))
                .map(pdf -> answer(pdf, form + "-" + RequestBody.recordId(id)));
    }

    @POST
    @Path("print")
    @Produces(PDF)
    public Uni<Response> all(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @Context HttpHeaders headers,
            JsonNode body) {
        Actor actor = callers.in(tenant);
        PaperWords words = PaperWords.of(headers.getAcceptableLanguages());
        List<Finding> findings = new ArrayList<>();
        JsonNode document = RequestBody.object(body, findings);
        List<UUID> ids = RequestBody.ids(document, findings);
        RequestBody.only(document, findings, "ids");
        RequestBody.refuse(findings);
        return forms.using(actor.tenant(), app, form, compiled -> printing.all(actor, compiled, ids, words))
                .map(pdf -> answer(pdf, form));
    }

    private static Response answer(byte[] pdf, String name) {
        return Response.ok(pdf)
                .type(PDF)
                .header("Content-Disposition", "inline; filename=\"" + name + ".pdf\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
