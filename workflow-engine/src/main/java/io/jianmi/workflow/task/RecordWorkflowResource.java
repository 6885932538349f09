package io.jianmi.workflow.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.time.Ids;
import io.jianmi.form.design.CompiledForms;
import io.jianmi.form.record.Preference;
import io.jianmi.form.record.RequestBody;
import io.jianmi.workflow.node.TaskAction;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a record stands in its workflow, and how it came there. */
@Path("/api/v1/tenants/{tenant}/apps/{app}/forms/{form}/records/{id}/workflow")
@NonBlocking
public class RecordWorkflowResource {

    private final Callers callers;
    private final CompiledForms forms;
    private final RecordTimeline timeline;
    private final InstanceDesk desk;

    RecordWorkflowResource(Callers callers, CompiledForms forms, RecordTimeline timeline, InstanceDesk desk) {
        this.desk = desk;
        this.callers = callers;
        this.forms = forms;
        this.timeline = timeline;
    }

    @POST
    @Path("{act: withdraw|remind|terminate|reactivate}")
    public Uni<ObjectNode> act(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @PathParam("id") String id,
            @PathParam("act") String act,
            @HeaderParam("Prefer") @DefaultValue("") String prefer,
            @HeaderParam("Accept-Language") @DefaultValue("zh-CN") String language,
            @HeaderParam(Idempotency.HEADER) @Nullable String idempotency,
            @Nullable JsonNode body) {
        var actor = callers.in(tenant);
        ActOnInstance command = ActBody.onInstance(
                form,
                RequestBody.recordId(id),
                TaskAction.ofPath(act).orElseThrow(),
                Optional.empty(),
                body,
                Optional.ofNullable(idempotency));
        return forms.inApp(actor.tenant(), app, form)
                .chain(() -> desk.act(actor, command, Preference.wait(prefer), Preference.language(language)));
    }

    @GET
    public Uni<ObjectNode> show(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @PathParam("id") String id,
            @HeaderParam("Accept-Language") @DefaultValue("zh-CN") String language) {
        var actor = callers.in(tenant);
        UUID record = Ids.parse(id).orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
        return forms.inApp(actor.tenant(), app, form)
                .chain(() -> timeline.of(actor, form, record, Preference.language(language)));
    }
}
