package io.jianmi.workflow.design;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.command.Precondition;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.json.Json;
import io.jianmi.core.paging.WholeList;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.record.Preference;
import io.jianmi.workflow.design.WorkflowVersions.Stored;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Workflow definitions of an app. */
@Path("/api/v1/tenants/{tenant}/apps/{app}/workflows")
@NonBlocking
public class WorkflowResource {

    private final Callers callers;
    private final WorkflowDesk desk;

    WorkflowResource(Callers callers, WorkflowDesk desk) {
        this.callers = callers;
        this.desk = desk;
    }

    /** The drafts of the app, by key. */
    @GET
    @WholeList
    public Uni<ObjectNode> list(@PathParam("tenant") String tenant, @PathParam("app") String app) {
        return desk.readDrafts(callers.in(tenant), app).map(drafts -> {
            ObjectNode answer = Json.NODES.objectNode();
            ArrayNode items = answer.putArray("items");
            drafts.forEach(draft -> {
                ObjectNode item = items.addObject();
                item.set("key", draft.path("key"));
                item.set("title", draft.path("title"));
                item.set("form", draft.path("form"));
            });
            answer.putNull("next");
            return answer;
        });
    }

    @GET
    @Path("{key}/draft")
    public Uni<Response> draft(
            @PathParam("tenant") String tenant, @PathParam("app") String app, @PathParam("key") String key) {
        return desk.readDraft(callers.in(tenant), app, key)
                .map(draft -> tagged(draft.revision(), Json.parse(draft.definition())));
    }

    /** Replaces the draft that was read, if the caller names it; its entity tag is its revision. */
    @PUT
    @Path("{key}/draft")
    public Uni<Response> save(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("key") String key,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            JsonNode document) {
        return desk.save(callers.in(tenant), app, key, document, Precondition.of(ifMatch, ifNoneMatch))
                .map(saved -> tagged(saved.revision(), findings(saved.findings())));
    }

    @POST
    @Path("{key}/publish")
    public Uni<ObjectNode> publish(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("key") String key,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun) {
        return desk.publish(callers.in(tenant), app, key, dryRun).map(publication -> {
            ObjectNode answer = findings(publication.findings());
            publication.version().ifPresent(version -> answer.put("version", version));
            return answer;
        });
    }

    /** The newest published definition. */
    @GET
    @Path("{key}")
    public Uni<ObjectNode> published(
            @PathParam("tenant") String tenant, @PathParam("app") String app, @PathParam("key") String key) {
        return desk.newest(callers.in(tenant), app, key).map(WorkflowResource::published);
    }

    @GET
    @Path("{key}/bpmn")
    @Produces("application/xml")
    public Uni<String> bpmn(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("key") String key,
            @QueryParam("draft") @DefaultValue("false") boolean draft,
            @HeaderParam("Accept-Language") @DefaultValue("zh-CN") String language) {
        String preferred = Preference.language(language);
        return draft
                ? desk.draftBpmn(callers.in(tenant), app, key, preferred)
                : desk.bpmn(callers.in(tenant), app, key, preferred);
    }

    private static Response tagged(int revision, JsonNode body) {
        return Response.ok(body).header("ETag", "\"" + revision + "\"").build();
    }

    private static ObjectNode published(Stored stored) {
        ObjectNode answer = Json.NODES.objectNode();
        answer.put("version", stored.ref().version());
        answer.put("formVersion", stored.formVersion());
        answer.set("definition", Json.parse(stored.definition()));
        return answer;
    }

    private static ObjectNode findings(List<Finding> findings) {
        ObjectNode answer = Json.NODES.objectNode();
        ArrayNode list = answer.putArray("findings");
        findings.forEach(finding -> list.addObject()
                .put("severity", finding.severity().toString())
                .put("code", finding.code())
                .put("pointer", finding.pointer())
                .set("params", Json.MAPPER.valueToTree(finding.params())));
        return answer;
    }
}
