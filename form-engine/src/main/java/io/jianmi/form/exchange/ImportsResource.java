package io.jianmi.form.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.paging.WholeList;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.thread.Waiting;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.design.CompiledForms;
import io.jianmi.form.exchange.sheet.SheetLimits;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** Imports over HTTP, as the contract says; beside it: template, run after a dry run, cancel, errors as a file. */
@Path("/api/v1/tenants/{tenant}/apps/{app}/forms/{form}/imports")
public class ImportsResource {

    /** What the other parts and the heads of a body may take beside the file. */
    private static final int BESIDE = 256 << 10;

    private static final byte[] NOTHING = {'{', '}'};

    private final Callers callers;
    private final CompiledForms forms;
    private final ImportDesk imports;
    private final JobDesk jobs;
    private final ImportPapers papers;
    private final ExchangeWorker worker;

    ImportsResource(
            Callers callers,
            CompiledForms forms,
            ImportDesk imports,
            JobDesk jobs,
            ImportPapers papers,
            ExchangeWorker worker) {
        this.callers = callers;
        this.forms = forms;
        this.imports = imports;
        this.jobs = jobs;
        this.papers = papers;
        this.worker = worker;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Blocking
    public Response start(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @HeaderParam(Idempotency.HEADER) @Nullable String idempotency,
            @Context HttpHeaders headers,
            InputStream body)
            throws IOException {
        Actor actor = callers.in(tenant);
        CompiledForm compiled = Waiting.on(forms.inApp(actor.tenant(), app, form));
        imports.admit(actor, compiled);
        Multipart parts = parts(headers, body);
        byte[] file = file(parts);
        byte[] options = parts.part("options").orElse(NOTHING);
        if (options.length > BESIDE) {
            throw ProblemException.of(CommonProblem.TOO_LARGE);
        }
        Job job = imports.start(
                actor,
                app,
                compiled,
                file,
                papers.options(new String(options, StandardCharsets.UTF_8), dryRun),
                Optional.ofNullable(idempotency));
        return Response.status(Response.Status.ACCEPTED)
                .entity(JobDesk.summary(job))
                .build();
    }

    /** What stands in a file, and what its columns might lead to; nothing is kept of it. */
    @POST
    @Path("columns")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Blocking
    public ObjectNode columns(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @Context HttpHeaders headers,
            InputStream body)
            throws IOException {
        Actor actor = callers.in(tenant);
        CompiledForm compiled = Waiting.on(forms.inApp(actor.tenant(), app, form));
        imports.admit(actor, compiled);
        return imports.look(actor, app, compiled, file(parts(headers, body)));
    }

    private static Multipart parts(HttpHeaders headers, InputStream body) throws IOException {
        int most = SheetLimits.DEFAULT.bytes() + BESIDE;
        byte[] bytes = body.readNBytes(most + 1);
        if (bytes.length > most) {
            throw ProblemException.of(CommonProblem.TOO_LARGE);
        }
        return Multipart.of(String.valueOf(headers.getHeaderString(HttpHeaders.CONTENT_TYPE)), bytes);
    }

    private static byte[] file(Multipart parts) {
        return parts.part("file").orElseThrow(() -> ProblemException.of(ExchangeProblem.MULTIPART));
    }

    /** One's own imports into the form, the last first. */
    @GET
    @WholeList
    public Uni<ObjectNode> list(
            @PathParam("tenant") String tenant, @PathParam("app") String app, @PathParam("form") String form) {
        Actor actor = callers.in(tenant);
        return forms.inApp(actor.tenant(), app, form)
                .invoke(compiled -> imports.admit(actor, compiled))
                .chain(compiled -> jobs.recent(actor, app, compiled));
    }

    @GET
    @Path("template")
    @Produces(MediaType.WILDCARD)
    @Blocking
    public Response template(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @QueryParam("format") @DefaultValue("xlsx") String format,
            @QueryParam("locale") @DefaultValue("zh-CN") String locale) {
        Actor actor = callers.in(tenant);
        CompiledForm compiled = Waiting.on(forms.inApp(actor.tenant(), app, form));
        imports.admit(actor, compiled);
        return papers.template(actor, compiled, format, locale);
    }

    @GET
    @Path("{id}")
    public Uni<ObjectNode> get(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @PathParam("id") String id,
            @QueryParam("locale") @DefaultValue("zh-CN") String locale) {
        Actor actor = callers.in(tenant);
        return forms.inApp(actor.tenant(), app, form)
                .chain(compiled -> jobs.own(actor, app, compiled, Job.Kind.IMPORT, id)
                        .chain(job -> jobs.view(actor, compiled, job, locale)));
    }

    /** All errors as a comma-separated file: row, column, code; never a value. */
    @GET
    @Path("{id}/errors")
    @Produces(MediaType.WILDCARD)
    public Uni<Response> errors(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @PathParam("id") String id,
            @QueryParam("locale") @DefaultValue("zh-CN") String locale) {
        Actor actor = callers.in(tenant);
        return forms.inApp(actor.tenant(), app, form)
                .chain(compiled -> jobs.own(actor, app, compiled, Job.Kind.IMPORT, id)
                        .chain(jobs::errors)
                        .map(errors -> papers.errors(actor, compiled, errors, locale)));
    }

    @GET
    @Path("{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Blocking
    public Multi<ObjectNode> events(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @PathParam("id") String id) {
        Actor actor = callers.in(tenant);
        // Refusals come before the stream: in it they would only break the connection off.
        Job job = Waiting.on(own(actor, app, form, id));
        return jobs.progress(job);
    }

    @POST
    @Path("{id}/run")
    public Uni<ObjectNode> run(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @PathParam("id") String id) {
        Actor actor = callers.in(tenant);
        return going(actor, app, form, id, ContinueImport.Step.RUN);
    }

    @POST
    @Path("{id}/cancel")
    public Uni<ObjectNode> cancel(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @PathParam("id") String id) {
        Actor actor = callers.in(tenant);
        return own(actor, app, form, id).chain(jobs::cancel);
    }

    @POST
    @Path("{id}/undo")
    public Uni<ObjectNode> undo(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @PathParam("id") String id) {
        Actor actor = callers.in(tenant);
        return going(actor, app, form, id, ContinueImport.Step.UNDO);
    }

    private Uni<Job> own(Actor actor, String app, String form, String id) {
        return forms.inApp(actor.tenant(), app, form)
                .chain(compiled -> jobs.own(actor, app, compiled, Job.Kind.IMPORT, id));
    }

    private Uni<ObjectNode> going(Actor actor, String app, String form, String id, ContinueImport.Step step) {
        return own(actor, app, form, id)
                .chain(job ->
                        forms.inApp(actor.tenant(), app, form).chain(compiled -> jobs.go(actor, compiled, job, step)))
                .invoke(job -> worker.wake(job.tenant()))
                .map(JobDesk::summary);
    }
}
