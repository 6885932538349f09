package io.jianmi.form.rights;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.audit.ReadLog;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.problem.PageLimit;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.thread.Waiting;
import io.jianmi.form.exchange.FileJobs;
import io.jianmi.form.record.Preference;
import io.jianmi.form.record.RequestBody;
import io.jianmi.form.record.UnkeptAnswer;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What persons ask of the tenant about their data, for the privacy desk; for anybody else there is nothing here. */
@Path("/api/v1/tenants/{tenant}/privacy/requests")
public class RequestsResource {

    private final Callers callers;
    private final RequestDesk desk;
    private final FileJobs jobs;
    private final ReadLog reads;
    private final InstantSource clock;

    RequestsResource(Callers callers, RequestDesk desk, FileJobs jobs, ReadLog reads, InstantSource clock) {
        this.callers = callers;
        this.desk = desk;
        this.jobs = jobs;
        this.reads = reads;
        this.clock = clock;
    }

    @POST
    public Uni<Response> make(
            @PathParam("tenant") String tenant,
            @HeaderParam(Idempotency.HEADER) @Nullable String idempotency,
            @Nullable JsonNode body) {
        return desk.make(callers.in(tenant), body, idempotency)
                .map(made -> UnkeptAnswer.of(Response.Status.CREATED, made));
    }

    /** @param state a state, or {@code open} for all that are not closed */
    @GET
    public Uni<Response> list(
            @PathParam("tenant") String tenant,
            @QueryParam("state") @Nullable String state,
            @QueryParam("type") @Nullable String type,
            @QueryParam("subject") @Nullable String subject,
            @QueryParam("overdue") @Nullable String overdue,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("after") @Nullable String after) {
        Actor actor = callers.in(tenant);
        desk.admit(actor, AuditDraft.of("rights.list", "rights/-"));
        PageLimit.check(limit);
        RequestFilter filter = RequestFilter.of(state, type, subject, overdue);
        return desk.page(actor, filter, RequestCursor.of(after), limit).map(UnkeptAnswer::ok);
    }

    @GET
    @Path("{id}")
    public Uni<Response> show(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        Actor actor = callers.in(tenant);
        UUID request = admitted(actor, "rights.read", id);
        return desk.show(actor, request).map(UnkeptAnswer::ok);
    }

    @POST
    @Path("{id}/{act: assign|extend|carry-out|answer|withdraw}")
    public Uni<Response> act(
            @PathParam("tenant") String tenant,
            @PathParam("id") String id,
            @PathParam("act") String act,
            @HeaderParam("Accept-Language") @DefaultValue("zh-CN") String language,
            @Nullable JsonNode body) {
        Actor actor = callers.in(tenant);
        RequestAct chosen = RequestAct.of(act).orElseThrow();
        UUID request = admitted(actor, "rights." + chosen.key(), id);
        return desk.act(actor, new ActOnRequest(request, chosen, body, Preference.language(language)))
                .map(UnkeptAnswer::ok);
    }

    /** The person's package; each fetch leaves an entry under a signed tree head before the first byte. */
    @GET
    @Path("{id}/file")
    @Produces(MediaType.WILDCARD)
    @Blocking
    public Response file(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        Actor actor = callers.in(tenant);
        SubjectRequest request = Waiting.on(desk.find(actor, admitted(actor, "rights.download", id)));
        UUID job = request.job();
        if (job == null) {
            throw ProblemException.of(RequestProblem.NO_PACKAGE);
        }
        FileJobs.Standing standing = Waiting.on(jobs.standing(actor.tenant(), job))
                .orElseThrow(() -> ProblemException.of(RequestProblem.PACKAGE_EXPIRED));
        if (!clock.instant().isBefore(standing.expiresAt())) {
            throw ProblemException.of(RequestProblem.PACKAGE_EXPIRED);
        }
        if (!standing.ready(clock.instant())) {
            throw ProblemException.of(RequestProblem.NO_PACKAGE);
        }
        Waiting.on(reads.before(
                actor,
                AuditDraft.of("rights.download", "rights/" + request.id())
                        .with(Map.of("subject", request.subject().toString(), "job", job.toString()))));
        StreamingOutput pieces = out -> jobs.copy(actor.tenant(), job, out);
        return Response.ok(pieces)
                .type("application/zip")
                .header("Content-Disposition", "attachment; filename=\"" + RequestView.number(request) + ".zip\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    /** A malformed id names nothing, so it is one that is not there. */
    private UUID admitted(Actor actor, String action, String id) {
        desk.admit(actor, AuditDraft.of(action, "rights/-"));
        return RequestBody.recordId(id);
    }
}
