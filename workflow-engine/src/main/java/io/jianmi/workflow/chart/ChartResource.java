package io.jianmi.workflow.chart;

import io.jianmi.core.identity.Callers;
import io.jianmi.form.design.CompiledForms;
import io.jianmi.form.record.Preference;
import io.jianmi.form.record.RequestBody;
import io.jianmi.form.record.UnkeptAnswer;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** Status charts over HTTP. */
@Path("/api/v1/tenants/{tenant}/apps/{app}/forms/{form}/records/{id}/workflow/chart")
@NonBlocking
public class ChartResource {

    private final Callers callers;
    private final CompiledForms forms;
    private final StatusCharts charts;

    ChartResource(Callers callers, CompiledForms forms, StatusCharts charts) {
        this.callers = callers;
        this.forms = forms;
        this.charts = charts;
    }

    @GET
    public Uni<Response> show(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @PathParam("id") String id,
            @HeaderParam("Accept-Language") @DefaultValue("zh-CN") String language) {
        var actor = callers.in(tenant);
        return forms.using(
                        actor.tenant(),
                        app,
                        form,
                        compiled -> charts.of(actor, compiled, RequestBody.recordId(id), Preference.language(language)))
                .map(UnkeptAnswer::ok);
    }
}
