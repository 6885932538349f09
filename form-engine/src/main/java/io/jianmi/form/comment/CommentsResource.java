package io.jianmi.form.comment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.PageLimit;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.time.Ids;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.design.CompiledForms;
import io.jianmi.form.record.Preference;
import io.jianmi.form.record.RequestBody;
import io.jianmi.form.record.UnkeptAnswer;
import io.jianmi.form.record.VersionedAnswer;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Comments of a record over HTTP. */
@Path("/api/v1/tenants/{tenant}/apps/{app}/forms/{form}/records/{id}/comments")
public class CommentsResource {

    private final Callers callers;
    private final CompiledForms forms;
    private final Comments comments;

    CommentsResource(Callers callers, CompiledForms forms, Comments comments) {
        this.callers = callers;
        this.forms = forms;
        this.comments = comments;
    }

    @GET
    public Uni<Response> list(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @PathParam("id") String id,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("after") @Nullable String after,
            @HeaderParam("Accept-Language") @DefaultValue("zh-CN") String language) {
        Actor actor = callers.in(tenant);
        PageLimit.check(limit);
        Optional<UUID> behind = Optional.ofNullable(after).map(CommentsResource::cursor);
        return forms.using(
                        actor.tenant(),
                        app,
                        form,
                        compiled -> comments.page(
                                actor,
                                compiled,
                                RequestBody.recordId(id),
                                behind,
                                limit,
                                Preference.language(language)))
                .map(UnkeptAnswer::ok);
    }

    @POST
    public Uni<Response> write(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @PathParam("id") String id,
            @HeaderParam(Idempotency.HEADER) @Nullable String idempotency,
            @HeaderParam("Accept-Language") @DefaultValue("zh-CN") String language,
            JsonNode body) {
        Actor actor = callers.in(tenant);
        JsonNode said = said(body, "task");
        UUID record = RequestBody.recordId(id);
        Optional<UUID> task = task(said);
        return forms.using(
                        actor.tenant(),
                        app,
                        form,
                        compiled -> comments.write(
                                actor,
                                new WriteComment(
                                        compiled,
                                        record,
                                        said,
                                        task,
                                        Optional.ofNullable(idempotency)
                                                .map(key -> request(key, compiled, record, said))),
                                Preference.language(language)))
                .map(comment -> VersionedAnswer.unkept(Response.Status.CREATED, comment));
    }

    @PATCH
    @Path("{comment}")
    public Uni<Response> edit(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @PathParam("id") String id,
            @PathParam("comment") String comment,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Accept-Language") @DefaultValue("zh-CN") String language,
            JsonNode body) {
        Actor actor = callers.in(tenant);
        JsonNode said = said(body);
        return change(actor, app, form, id, comment, ChangeComment.Kind.EDIT, said, ifMatch, language)
                .map(edited -> VersionedAnswer.unkept(Response.Status.OK, edited));
    }

    @DELETE
    @Path("{comment}")
    public Uni<Response> delete(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @PathParam("id") String id,
            @PathParam("comment") String comment,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        Actor actor = callers.in(tenant);
        return change(actor, app, form, id, comment, ChangeComment.Kind.DELETE, Json.NODES.objectNode(), ifMatch, "")
                .replaceWith(Response.noContent().build());
    }

    @POST
    @Path("{comment}/restore")
    public Uni<Response> restore(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @PathParam("id") String id,
            @PathParam("comment") String comment,
            @HeaderParam("Accept-Language") @DefaultValue("zh-CN") String language) {
        Actor actor = callers.in(tenant);
        return forms.using(
                        actor.tenant(),
                        app,
                        form,
                        compiled -> comments.change(
                                actor,
                                command(
                                        compiled,
                                        id,
                                        comment,
                                        ChangeComment.Kind.RESTORE,
                                        Json.NODES.objectNode(),
                                        OptionalInt.empty()),
                                Preference.language(language)))
                .map(restored -> VersionedAnswer.unkept(Response.Status.OK, restored));
    }

    /** Of a record out of sight nothing is asked, not even which version was read. */
    private Uni<ObjectNode> change(
            Actor actor,
            String app,
            String form,
            String id,
            String comment,
            ChangeComment.Kind kind,
            JsonNode said,
            @Nullable String ifMatch,
            String language) {
        return forms.using(actor.tenant(), app, form, compiled -> {
            UUID record = RequestBody.recordId(id);
            Uni<Void> known = ifMatch == null || ifMatch.isBlank()
                    ? comments.known(actor, compiled, record, kind.action())
                    : Uni.createFrom().voidItem();
            return known.map(seen -> OptionalInt.of(Preference.version(ifMatch)))
                    .chain(version -> comments.change(
                            actor, command(compiled, id, comment, kind, said, version), Preference.language(language)));
        });
    }

    private static ChangeComment command(
            CompiledForm form, String id, String comment, ChangeComment.Kind kind, JsonNode said, OptionalInt version) {
        return new ChangeComment(form, RequestBody.recordId(id), RequestBody.recordId(comment), kind, said, version);
    }

    private static JsonNode said(JsonNode body, String... more) {
        List<Finding> findings = new ArrayList<>();
        JsonNode document = RequestBody.object(body, findings);
        List<String> members = new ArrayList<>(List.of("text", "mentions", "files"));
        members.addAll(List.of(more));
        RequestBody.only(document, findings, members.toArray(String[]::new));
        RequestBody.refuse(findings);
        return document;
    }

    /** Whether it is a task of his is decided with the record in hand. */
    private static Optional<UUID> task(JsonNode said) {
        JsonNode task = said.path("task");
        Optional<UUID> id = Optional.ofNullable(task.textValue()).flatMap(Ids::parse);
        if (id.isEmpty() && !task.isMissingNode() && !task.isNull()) {
            RequestBody.refuse(List.of(Finding.error("comment.task-unknown", "/task")));
        }
        return id;
    }

    private static Idempotency.Request request(String key, CompiledForm form, UUID record, JsonNode said) {
        String what = "comment/" + form.key() + "/" + record;
        return Idempotency.Request.of(
                key, what.getBytes(StandardCharsets.UTF_8), Json.write(said).getBytes(StandardCharsets.UTF_8));
    }

    private static UUID cursor(String after) {
        return Ids.parse(after)
                .orElseThrow(() -> ProblemException.of(CommonProblem.INVALID_PARAMETER, Map.of("parameter", "after")));
    }
}
