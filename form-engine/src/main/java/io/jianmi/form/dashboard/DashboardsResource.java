package io.jianmi.form.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.command.Precondition;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.identity.OpenToClients;
import io.jianmi.core.json.Json;
import io.jianmi.core.paging.WholeList;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.record.RequestBody;
import io.jianmi.form.record.UnkeptAnswer;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Dashboards of an app: drafts, publishing, and what each reader is told. */
@Path("/api/v1/tenants/{tenant}/apps/{app}/dashboards")
public class DashboardsResource {

    private final Callers callers;
    private final DashboardDesk desk;
    private final Dashboards dashboards;

    DashboardsResource(Callers callers, DashboardDesk desk, Dashboards dashboards) {
        this.callers = callers;
        this.desk = desk;
        this.dashboards = dashboards;
    }

    @GET
    @WholeList
    @OpenToClients
    public Uni<ObjectNode> list(@PathParam("tenant") String tenant, @PathParam("app") String app) {
        return dashboards.list(callers.in(tenant), app);
    }

    @PUT
    @Path("{key}/draft")
    public Uni<Response> save(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("key") String key,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            JsonNode document) {
        Actor actor = callers.in(tenant);
        return desk.save(actor, new DashboardKey(app, key), document, Precondition.of(ifMatch, ifNoneMatch))
                .map(saved ->
                        tagged(saved.revision(), findings(saved.findings()).put("revision", saved.revision())));
    }

    @GET
    @Path("{key}/draft")
    public Uni<Response> draft(
            @PathParam("tenant") String tenant, @PathParam("app") String app, @PathParam("key") String key) {
        return desk.draft(callers.in(tenant), new DashboardKey(app, key))
                .map(draft -> tagged(draft.revision(), Json.parse(draft.definition())));
    }

    private static Response tagged(int revision, JsonNode body) {
        return Response.ok(body).header("ETag", "\"" + revision + "\"").build();
    }

    @POST
    @Path("{key}/publish")
    public Uni<ObjectNode> publish(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("key") String key,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun) {
        return desk.publish(callers.in(tenant), new DashboardKey(app, key), dryRun)
                .map(publication -> {
                    ObjectNode answer = findings(publication.findings());
                    publication.version().ifPresent(version -> answer.put("version", version));
                    return answer;
                });
    }

    private static ObjectNode findings(List<Finding> findings) {
        ObjectNode answer = Json.NODES.objectNode();
        answer.set("findings", Json.MAPPER.valueToTree(findings));
        return answer;
    }

    /** What a definition that is not saved yet would show its designer. */
    @POST
    @Path("{key}/preview")
    public Uni<Response> preview(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("key") String key,
            @Nullable JsonNode body) {
        Actor actor = callers.in(tenant);
        return desk.preview(actor, app, asked(body, "definition", "picks", "widgets"))
                .map(UnkeptAnswer::ok);
    }

    @GET
    @OpenToClients
    @Path("{key}")
    public Uni<ObjectNode> get(
            @PathParam("tenant") String tenant, @PathParam("app") String app, @PathParam("key") String key) {
        return dashboards.get(callers.in(tenant), new DashboardKey(app, key));
    }

    @GET
    @WholeList
    @Path("{key}/versions")
    public Uni<ObjectNode> versions(
            @PathParam("tenant") String tenant, @PathParam("app") String app, @PathParam("key") String key) {
        return dashboards.versions(callers.in(tenant), new DashboardKey(app, key));
    }

    @GET
    @Path("{key}/versions/{version}")
    public Uni<ObjectNode> version(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("key") String key,
            @PathParam("version") int version) {
        return dashboards.version(callers.in(tenant), new DashboardKey(app, key), version);
    }

    /** What the widgets show; figures of records, so nobody keeps them. */
    @POST
    @OpenToClients
    @Path("{key}/data")
    public Uni<Response> data(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("key") String key,
            @Nullable JsonNode body) {
        return dashboards
                .figures(callers.in(tenant), new DashboardKey(app, key), asked(body, "picks", "widgets"))
                .map(UnkeptAnswer::ok);
    }

    private static JsonNode asked(@Nullable JsonNode body, String... keys) {
        List<Finding> findings = new ArrayList<>();
        JsonNode asked = body == null ? Json.NODES.objectNode() : RequestBody.object(body, findings);
        RequestBody.only(asked, findings, keys);
        RequestBody.refuse(findings);
        return asked;
    }
}
