package io.jianmi.form.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.time.Ids;
import io.jianmi.form.record.RequestBody;
import io.jianmi.form.record.UnkeptAnswer;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the privacy desk does with a person's data. Answers how she stands then, or what waits for a second person. */
@Path("/api/v1/tenants/{tenant}/privacy/subjects/{id}")
public class SubjectActsResource {

    private final Callers callers;
    private final Erasures erasures;
    private final Restrictions restrictions;
    private final Holds holds;
    private final HoldReading holdReading;
    private final SubjectStanding standing;

    SubjectActsResource(
            Callers callers,
            Erasures erasures,
            Restrictions restrictions,
            Holds holds,
            HoldReading holdReading,
            SubjectStanding standing) {
        this.callers = callers;
        this.erasures = erasures;
        this.restrictions = restrictions;
        this.holds = holds;
        this.holdReading = holdReading;
        this.standing = standing;
    }

    /**
     * 202 with the erasure, or with what waits for a second person.
     *
     * @param body {@code {"reason", "right"?}}, or {@code {"request"}} to carry out what was asked before
     */
    @POST
    @Path("erase")
    public Uni<Response> erase(
            @PathParam("tenant") String tenant,
            @PathParam("id") String id,
            @HeaderParam("Accept-Language") @DefaultValue("zh-CN") String language,
            @Nullable JsonNode body) {
        Actor actor = callers.in(tenant);
        UUID subject = RequestBody.recordId(id);
        List<Finding> findings = new ArrayList<>();
        JsonNode sent = RequestBody.object(body, findings);
        Optional<UUID> request = named(sent, "request", findings);
        RequestBody.only(
                sent, findings, request.isPresent() ? new String[] {"request"} : new String[] {"reason", "right"});
        Optional<UUID> right = named(sent, "right", findings);
        RequestBody.refuse(findings);
        return request.map(given -> erasures.carryOut(actor, subject, given, language))
                .orElseGet(
                        () -> erasures.ask(actor, subject, sent.path("reason").asText(""), right, language))
                .map(outcome -> UnkeptAnswer.of(Response.Status.ACCEPTED, outcome.body()));
    }

    @POST
    @Path("restrict")
    public Uni<Response> restrict(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        Actor actor = callers.in(tenant);
        UUID subject = RequestBody.recordId(id);
        return answered(actor, subject, restrictions.restrict(actor, subject, Optional.empty()));
    }

    @POST
    @Path("lift")
    public Uni<Response> lift(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        Actor actor = callers.in(tenant);
        UUID subject = RequestBody.recordId(id);
        return answered(actor, subject, restrictions.lift(actor, subject));
    }

    /** @param body {@code {"reason", "owner"?, "reviewOn"}}: without an owner whoever places it answers for it */
    @POST
    @Path("hold")
    public Uni<Response> hold(@PathParam("tenant") String tenant, @PathParam("id") String id, @Nullable JsonNode body) {
        Actor actor = callers.in(tenant);
        UUID subject = RequestBody.recordId(id);
        return answered(actor, subject, holdReading.place(actor, subject, body));
    }

    @POST
    @Path("release")
    public Uni<Response> release(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        Actor actor = callers.in(tenant);
        UUID subject = RequestBody.recordId(id);
        return answered(actor, subject, holds.release(actor, subject));
    }

    private Uni<Response> answered(Actor actor, UUID subject, Uni<Void> act) {
        return act.chain(() -> standing.told(actor, subject))
                .map(told -> UnkeptAnswer.ok(told.orElseGet(Json.NODES::objectNode)));
    }

    private static Optional<UUID> named(JsonNode sent, String key, List<Finding> findings) {
        if (sent.path(key).isMissingNode()) {
            return Optional.empty();
        }
        Optional<UUID> id = Ids.parse(sent.path(key).asText());
        if (id.isEmpty()) {
            findings.add(Finding.error("request.type", "/" + key, Map.of("expected", "uuid")));
        }
        return id;
    }
}
