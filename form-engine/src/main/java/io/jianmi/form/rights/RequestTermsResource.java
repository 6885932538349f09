package io.jianmi.form.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.json.Json;
import io.jianmi.core.paging.WholeList;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Until when requests are answered, by law, for the privacy desk. */
@Path("/api/v1/tenants/{tenant}/privacy/request-terms")
public class RequestTermsResource {

    private final Callers callers;
    private final RequestDesk desk;
    private final RequestTerms terms;
    private final CommandPipeline pipeline;
    private final ReplaceTerms.Handler replacing;

    RequestTermsResource(
            Callers callers,
            RequestDesk desk,
            RequestTerms terms,
            CommandPipeline pipeline,
            ReplaceTerms.Handler replacing) {
        this.callers = callers;
        this.desk = desk;
        this.terms = terms;
        this.pipeline = pipeline;
        this.replacing = replacing;
    }

    @GET
    @WholeList
    public Uni<ObjectNode> list(@PathParam("tenant") String tenant) {
        Actor actor = callers.in(tenant);
        desk.admit(actor, AuditDraft.of("rights.terms", "rights/terms"));
        return terms.of(actor.tenant()).map(RequestTermsResource::page);
    }

    @PUT
    public Uni<ObjectNode> replace(@PathParam("tenant") String tenant, @Nullable JsonNode body) {
        Actor actor = callers.in(tenant);
        return pipeline.run(replacing, new ReplaceTerms(body), actor)
                .chain(() -> terms.of(actor.tenant()))
                .map(RequestTermsResource::page);
    }

    private static ObjectNode page(List<RequestTerm> terms) {
        ObjectNode page = Json.NODES.objectNode();
        ArrayNode items = page.putArray("items");
        terms.forEach(term -> items.addObject()
                .put("law", term.law().key())
                .put("answerIn", term.answerIn().toString())
                .put("extension", term.extension().toString())
                .put("warnBefore", term.warnBefore().toString())
                .put("usual", term.usual()));
        return page.putNull("next");
    }
}
