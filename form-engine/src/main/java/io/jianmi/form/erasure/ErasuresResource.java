package io.jianmi.form.erasure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.audit.ReadLog;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.consent.PrivacyDesk;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.PageLimit;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.time.Ids;
import io.jianmi.form.record.UnkeptAnswer;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The erasure ledger for the privacy desk; for anybody else there is none. */
@Path("/api/v1/tenants/{tenant}/privacy/erasures")
public class ErasuresResource {

    private final Callers callers;
    private final ReadLog reads;
    private final Erasures erasures;

    ErasuresResource(Callers callers, ReadLog reads, Erasures erasures) {
        this.callers = callers;
        this.reads = reads;
        this.erasures = erasures;
    }

    @GET
    public Uni<Response> list(
            @PathParam("tenant") String tenant,
            @QueryParam("subject") @Nullable String subject,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("after") @Nullable String after) {
        Actor actor = callers.in(tenant);
        AuditDraft look = AuditDraft.of("erasure.list", "erasure/-");
        desk(actor, look);
        PageLimit.check(limit);
        return reads.stored(actor, List.of(look))
                .chain(() -> erasures.page(actor.tenant(), id("subject", subject), id("after", after), limit + 1))
                .map(found -> {
                    List<Erasure> shown = found.size() > limit ? found.subList(0, limit) : found;
                    ObjectNode page = Json.NODES.objectNode();
                    ArrayNode items = page.putArray("items");
                    shown.forEach(erasure -> items.add(erasures.told(actor.tenant(), erasure)));
                    page.put(
                            "next",
                            found.size() > limit
                                    ? shown.get(shown.size() - 1).id().toString()
                                    : null);
                    return UnkeptAnswer.ok(page);
                });
    }

    @GET
    @Path("{id}")
    public Uni<Response> show(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        Actor actor = callers.in(tenant);
        Optional<UUID> erasure = Ids.parse(id);
        AuditDraft look = AuditDraft.of(
                "erasure.read", "erasure/" + erasure.map(UUID::toString).orElse("-"));
        desk(actor, look);
        return reads.noting(
                        actor,
                        look,
                        erasure.map(known -> erasures.show(actor.tenant(), known))
                                .orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND)))
                .call(() -> reads.stored(actor, List.of(look)))
                .map(UnkeptAnswer::ok);
    }

    private void desk(Actor actor, AuditDraft look) {
        if (!PrivacyDesk.sits(actor)) {
            ProblemException problem = ProblemException.of(CommonProblem.NOT_FOUND);
            reads.refused(actor, look, problem);
            throw problem;
        }
    }

    private static Optional<UUID> id(String parameter, @Nullable String text) {
        return Optional.ofNullable(text)
                .filter(some -> !some.isEmpty())
                .map(some -> Ids.parse(some)
                        .orElseThrow(() ->
                                ProblemException.of(CommonProblem.INVALID_PARAMETER, Map.of("parameter", parameter))));
    }
}
