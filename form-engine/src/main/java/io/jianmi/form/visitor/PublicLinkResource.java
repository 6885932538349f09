package io.jianmi.form.visitor;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.design.CompiledForms;
import io.jianmi.form.record.RequestBody;
import io.jianmi.form.record.UnkeptAnswer;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The link of a public form, over HTTP. */
@Path("/api/v1/tenants/{tenant}/apps/{app}/forms/{form}/public-link")
public class PublicLinkResource {

    private final Callers callers;
    private final CompiledForms forms;
    private final PublicLinks links;

    PublicLinkResource(Callers callers, CompiledForms forms, PublicLinks links) {
        this.callers = callers;
        this.forms = forms;
        this.links = links;
    }

    @GET
    public Uni<Response> show(
            @PathParam("tenant") String tenant, @PathParam("app") String app, @PathParam("form") String form) {
        Actor actor = callers.in(tenant);
        return forms.using(actor.tenant(), app, form, compiled -> links.show(actor, compiled))
                .map(UnkeptAnswer::ok);
    }

    /** Another in its place; making it again makes another again. */
    @POST
    public Uni<Response> renew(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @HeaderParam(Idempotency.HEADER) @Nullable String idempotency,
            @Nullable JsonNode body) {
        Actor actor = callers.in(tenant);
        List<Finding> findings = new ArrayList<>();
        JsonNode terms = body == null || body.isNull() ? Json.NODES.objectNode() : RequestBody.object(body, findings);
        RequestBody.only(terms, findings, "until");
        Instant until = until(terms.path("until"), findings);
        RequestBody.refuse(findings);
        Optional<Idempotency.Request> request = Idempotency.Request.of(idempotency, "public-link/" + form, terms);
        return forms.using(
                        actor.tenant(),
                        app,
                        form,
                        compiled -> links.renew(actor, new RenewLink(compiled, until, request)))
                .map(UnkeptAnswer::ok);
    }

    private static @Nullable Instant until(JsonNode sent, List<Finding> findings) {
        if (sent.isMissingNode() || sent.isNull()) {
            return null;
        }
        try {
            return Instant.parse(sent.asText());
        } catch (DateTimeParseException malformed) {
            findings.add(Finding.error("request.type", "/until", Map.of("expected", "date-time")));
            return null;
        }
    }
}
