package io.jianmi.workflow.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.time.Ids;
import io.jianmi.form.design.CompiledForms;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;

/** Where a record stands in its workflow, and how it came there. */
@Path("/api/v1/tenants/{tenant}/apps/{app}/forms/{form}/records/{id}/workflow")
@NonBlocking
public class RecordWorkflowResource {

    private final Callers callers;
    private final CompiledForms forms;
    private final RecordTimeline timeline;

    RecordWorkflowResource(Callers callers, CompiledForms forms, RecordTimeline timeline) {
        this.callers = callers;
        this.forms = forms;
        this.timeline = timeline;
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
                .chain(() -> timeline.of(actor, form, record, language.split("[,;]", 2)[0].strip()));
    }
}
