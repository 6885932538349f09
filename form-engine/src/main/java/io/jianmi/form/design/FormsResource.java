package io.jianmi.form.design;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.command.PlatformPipeline;
import io.jianmi.core.command.Precondition;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.identity.OpenToClients;
import io.jianmi.core.identity.Simulable;
import io.jianmi.core.json.Json;
import io.jianmi.core.paging.WholeList;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.PublishedForm;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Drafts, publishing, and published definitions as each actor may see them. */
@Path("/api/v1/tenants/{tenant}/apps/{app}/forms")
public class FormsResource {

    private final Callers callers;
    private final PlatformPipeline platform;
    private final SaveDraft.Handler saver;
    private final Publishing publishing;
    private final CompiledForms forms;

    FormsResource(
            Callers callers,
            PlatformPipeline platform,
            SaveDraft.Handler saver,
            Publishing publishing,
            CompiledForms forms) {
        this.callers = callers;
        this.platform = platform;
        this.saver = saver;
        this.publishing = publishing;
        this.forms = forms;
    }

    /** @param version newest published version, 0 when there is only a draft */
    public record FormView(String key, JsonNode title, int version) {}

    /** A version in a form's history. */
    public record VersionView(int version, Instant publishedAt, String publishedBy) {}

    @GET
    @WholeList
    @OpenToClients
    @Simulable
    public Uni<AppsResource.Page<FormView>> list(@PathParam("tenant") String tenant, @PathParam("app") String app) {
        Actor actor = callers.in(tenant);
        return published(actor, app).chain(views -> {
            if (!Designers.include(actor)) {
                if (views.isEmpty()) {
                    throw ProblemException.of(CommonProblem.NOT_FOUND);
                }
                return Uni.createFrom().item(page(views));
            }
            return platform.inTenant(
                    actor.tenant(),
                    session -> Definitions.app(session, tenant, app)
                            .map(found -> found.orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND)))
                            .chain(() -> Definitions.drafts(session, tenant))
                            .map(drafts -> {
                                drafts.stream()
                                        .filter(draft -> draft.app.equals(app))
                                        .forEach(draft -> views.putIfAbsent(draft.key.form(), draftView(draft)));
                                return page(views);
                            }));
        });
    }

    /** Replaces the draft that was read, if the caller names it; its entity tag is its revision. */
    @PUT
    @Path("{form}/draft")
    public Uni<Response> save(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            JsonNode body) {
        SaveDraft command = new SaveDraft(app, form, body, Precondition.of(ifMatch, ifNoneMatch));
        return platform.run(saver, command, callers.in(tenant)).map(FormsResource::tagged);
    }

    @GET
    @Path("{form}/draft")
    public Uni<Response> draft(
            @PathParam("tenant") String tenant, @PathParam("app") String app, @PathParam("form") String form) {
        Actor actor = callers.in(tenant);
        Designers.require(actor);
        return platform.inTenant(actor.tenant(), session -> Definitions.draft(session, tenant, form))
                .map(found -> found.filter(draft -> draft.app.equals(app))
                        .map(FormsResource::tagged)
                        .orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND)));
    }

    @POST
    @Path("{form}/publish")
    public Uni<Response> publish(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @QueryParam("values") @DefaultValue("true") boolean values,
            @QueryParam("compiled") @DefaultValue("false") boolean compiled,
            @Nullable JsonNode body) {
        Actor actor = callers.in(tenant);
        JsonNode asked = body == null ? Json.NODES.objectNode() : body;
        return dryRun
                ? publishing
                        .preview(actor, app, form, asked, new Publishing.Wanted(values, compiled))
                        .map(preview -> answer(preview.whole(), preview))
                : publishing.publish(actor, app, form, asked).map(outcome -> answer(outcome.counts(), outcome));
    }

    /** @param over else something is still under way, of which {@code conversion} tells */
    private static Response answer(boolean over, Object entity) {
        return Response.status(over ? Response.Status.OK : Response.Status.ACCEPTED)
                .entity(entity)
                .build();
    }

    /** How far the records of a form are whose version stores fields otherwise. */
    @GET
    @Path("{form}/conversion")
    public Uni<ObjectNode> conversion(
            @PathParam("tenant") String tenant, @PathParam("app") String app, @PathParam("form") String form) {
        return publishing.conversion(callers.in(tenant), app, form);
    }

    /** Answers when nothing is left of the version that was under way, or that it is being taken back. */
    @DELETE
    @Path("{form}/conversion")
    public Uni<Response> cancel(
            @PathParam("tenant") String tenant, @PathParam("app") String app, @PathParam("form") String form) {
        return publishing
                .cancel(callers.in(tenant), app, form)
                .map(job -> answer(job.phase().over(), job.view()));
    }

    @GET
    @OpenToClients
    @Simulable
    @Path("{form}")
    public Uni<ObjectNode> get(
            @PathParam("tenant") String tenant, @PathParam("app") String app, @PathParam("form") String form) {
        Actor actor = callers.in(tenant);
        return forms.inApp(actor.tenant(), app, form).map(compiled -> seen(compiled, compiled, actor));
    }

    @GET
    @WholeList
    @OpenToClients
    @Simulable
    @Path("{form}/versions")
    public Uni<AppsResource.Page<VersionView>> versions(
            @PathParam("tenant") String tenant, @PathParam("app") String app, @PathParam("form") String form) {
        Actor actor = callers.in(tenant);
        return forms.inApp(actor.tenant(), app, form)
                .invoke(compiled -> require(compiled, actor))
                .chain(() -> platform.inTenant(actor.tenant(), session -> Definitions.versions(session, tenant, form)))
                .map(rows -> new AppsResource.Page<>(
                        rows.stream()
                                .map(row -> new VersionView(row.key.version(), row.publishedAt, row.publishedBy))
                                .toList(),
                        null));
    }

    /** An old version is seen by those who still see the form, and with the rights that they have now. */
    @GET
    @OpenToClients
    @Simulable
    @Path("{form}/versions/{version}")
    public Uni<ObjectNode> version(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @PathParam("version") int version) {
        Actor actor = callers.in(tenant);
        return forms.inApp(actor.tenant(), app, form)
                .invoke(current -> require(current, actor))
                .chain(current -> forms.version(actor.tenant(), form, version)
                        .map(published -> seen(published.form(), current, actor)));
    }

    /** Whoever is in no group of the form does not know that it exists. */
    private static void require(CompiledForm form, Actor actor) {
        if (!Designers.include(actor) && form.access().own(actor).groups().isEmpty()) {
            throw ProblemException.of(CommonProblem.NOT_FOUND);
        }
    }

    private static ObjectNode seen(CompiledForm form, CompiledForm today, Actor actor) {
        require(today, actor);
        ObjectNode own = PublishedForm.visibleTo(form, today, actor);
        if (Designers.include(actor)) {
            ObjectNode whole = PublishedForm.whole(form);
            whole.set("actions", own.path("actions"));
            whole.set("replace", own.path("replace"));
            return whole;
        }
        return own;
    }

    private Uni<Map<String, FormView>> published(Actor actor, String app) {
        return forms.all(actor.tenant()).map(all -> {
            Map<String, FormView> views = new TreeMap<>();
            all.stream()
                    .filter(each -> each.app().equals(app))
                    .map(CompiledForms.Published::form)
                    .filter(form -> Designers.include(actor)
                            || !form.access().own(actor).groups().isEmpty())
                    .forEach(form -> views.put(form.key(), view(form)));
            return views;
        });
    }

    private static FormView view(CompiledForm form) {
        return new FormView(form.key(), form.definition().source().path("title"), form.version());
    }

    private static FormView draftView(DraftRow draft) {
        return new FormView(draft.key.form(), document(draft).path("title"), 0);
    }

    private static AppsResource.Page<FormView> page(Map<String, FormView> views) {
        return new AppsResource.Page<>(List.copyOf(views.values()), null);
    }

    private static Response tagged(DraftRow draft) {
        return Response.ok(document(draft))
                .header("ETag", "\"" + draft.revision + "\"")
                .build();
    }

    private static ObjectNode document(DraftRow draft) {
        return (ObjectNode) Json.parse(draft.definition);
    }
}
