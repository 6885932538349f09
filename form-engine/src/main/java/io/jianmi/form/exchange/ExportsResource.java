package io.jianmi.form.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.audit.ReadLog;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.identity.OpenToClients;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.thread.Waiting;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.design.CompiledForms;
import io.jianmi.form.exchange.sheet.SheetFormat;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** Exports over HTTP, as the contract says. */
@Path("/api/v1/tenants/{tenant}/apps/{app}/forms/{form}/exports")
public class ExportsResource {

    private final Callers callers;
    private final CompiledForms forms;
    private final ExportDesk exports;
    private final JobDesk jobs;
    private final JobOptions options;
    private final Chunks chunks;
    private final ReadLog reads;
    private final InstantSource clock;

    ExportsResource(
            Callers callers,
            CompiledForms forms,
            ExportDesk exports,
            JobDesk jobs,
            JobOptions options,
            Chunks chunks,
            ReadLog reads,
            InstantSource clock) {
        this.callers = callers;
        this.forms = forms;
        this.exports = exports;
        this.jobs = jobs;
        this.options = options;
        this.chunks = chunks;
        this.reads = reads;
        this.clock = clock;
    }

    @POST
    @OpenToClients
    public Uni<Response> start(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @HeaderParam(Idempotency.HEADER) @Nullable String idempotency,
            @Nullable JsonNode body) {
        Actor actor = callers.in(tenant);
        return forms.inApp(actor.tenant(), app, form)
                .chain(compiled -> exports.start(actor, app, compiled, object(body), Optional.ofNullable(idempotency)))
                .map(job -> Response.status(Response.Status.ACCEPTED)
                        .entity(JobDesk.summary(job))
                        .build());
    }

    private static ObjectNode object(@Nullable JsonNode body) {
        if (body == null || body.isNull()) {
            return Json.NODES.objectNode();
        }
        if (!body.isObject()) {
            throw ProblemException.of(
                    ExchangeProblem.EXPORT_INVALID, List.of(Finding.error("request.not-an-object", "")));
        }
        return (ObjectNode) body;
    }

    @GET
    @OpenToClients
    @Path("{id}")
    public Uni<ObjectNode> get(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @PathParam("id") String id) {
        Actor actor = callers.in(tenant);
        return own(actor, app, form, id).map(JobDesk::summary);
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
    @OpenToClients
    @Path("{id}/cancel")
    public Uni<ObjectNode> cancel(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @PathParam("id") String id) {
        Actor actor = callers.in(tenant);
        return own(actor, app, form, id).chain(jobs::cancel);
    }

    /** Whoever fetches it must still be allowed to export; each fetch leaves an entry before the first byte. */
    @GET
    @OpenToClients
    @Path("{id}/file")
    @Produces(MediaType.WILDCARD)
    @Blocking
    public Response file(
            @PathParam("tenant") String tenant,
            @PathParam("app") String app,
            @PathParam("form") String form,
            @PathParam("id") String id) {
        Actor actor = callers.in(tenant);
        CompiledForm compiled = Waiting.on(forms.inApp(actor.tenant(), app, form));
        Job job = Waiting.on(own(actor, app, form, id));
        if (job.status() != Job.Status.DONE) {
            throw ProblemException.of(ExchangeProblem.NOT_READY);
        }
        if (clock.instant().isAfter(job.expiresAt())) {
            throw ProblemException.of(ExchangeProblem.EXPIRED);
        }
        SheetFormat format = ExportRequest.stored(options.open(job)).format();
        byte[] first = piece(job, 0);
        Waiting.on(reads.stored(
                actor,
                List.of(AuditDraft.of("record.export-fetch", "form/" + job.form())
                        .with(Map.of(
                                "job",
                                job.id().toString(),
                                "count",
                                job.counts().done()))
                        .under(compiled.policy()))));
        StreamingOutput pieces = out -> {
            out.write(first);
            for (int part = 1; part < job.chunks(); part++) {
                out.write(piece(job, part));
            }
        };
        return Response.ok(pieces)
                .type(format.mediaType())
                .header("Content-Disposition", "attachment; filename=\"" + job.form() + "." + format.key() + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private byte[] piece(Job job, int part) {
        return SealedOutput.bytes(Waiting.on(chunks.get(Vault.Owner.of(job), part)));
    }

    private Uni<Job> own(Actor actor, String app, String form, String id) {
        return forms.inApp(actor.tenant(), app, form)
                .chain(compiled -> jobs.own(actor, app, compiled, Job.Kind.EXPORT, id));
    }
}
