package io.jianmi.form.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.audit.ReadLog;
import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.consent.PrivacyDesk;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.exchange.FileJobs;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the privacy desk can do with requests; for anybody else there is none. */
@Singleton
final class RequestDesk {

    private final CommandPipeline pipeline;
    private final MakeRequestHandler making;
    private final ActOnRequestHandler acting;
    private final PersonActs persons;
    private final RequestStore store;
    private final RequestActs acts;
    private final RequestTerms terms;
    private final RequestSealer sealer;
    private final FileJobs jobs;
    private final OrgDirectory directory;
    private final Idempotency idempotency;
    private final ReadLog reads;
    private final InstantSource clock;

    RequestDesk(
            CommandPipeline pipeline,
            MakeRequestHandler making,
            ActOnRequestHandler acting,
            PersonActs persons,
            RequestStore store,
            RequestActs acts,
            RequestTerms terms,
            RequestSealer sealer,
            FileJobs jobs,
            OrgDirectory directory,
            Idempotency idempotency,
            ReadLog reads,
            InstantSource clock) {
        this.pipeline = pipeline;
        this.making = making;
        this.acting = acting;
        this.persons = persons;
        this.store = store;
        this.acts = acts;
        this.terms = terms;
        this.sealer = sealer;
        this.jobs = jobs;
        this.directory = directory;
        this.idempotency = idempotency;
        this.reads = reads;
        this.clock = clock;
    }

    /** Refuses who does not sit there, and notes that he tried. */
    void admit(Actor actor, AuditDraft look) {
        if (!PrivacyDesk.sits(actor)) {
            ProblemException problem = ProblemException.of(CommonProblem.NOT_FOUND);
            reads.refused(actor, look, problem);
            throw problem;
        }
    }

    Uni<ObjectNode> page(Actor actor, RequestFilter filter, Optional<RequestCursor> after, int limit) {
        Instant now = clock.instant();
        return reads.stored(actor, List.of(AuditDraft.of("rights.list", "rights/-")))
                .chain(() -> Uni.combine()
                        .all()
                        .unis(store.page(actor.tenant(), filter, after, limit + 1, now), terms.of(actor.tenant()))
                        .with((found, known) -> page(actor, found, known, limit, now)));
    }

    private ObjectNode page(Actor actor, List<SubjectRequest> found, List<RequestTerm> known, int limit, Instant now) {
        List<SubjectRequest> shown = found.size() > limit ? found.subList(0, limit) : found;
        ObjectNode page = Json.NODES.objectNode();
        ArrayNode items = page.putArray("items");
        shown.forEach(one -> items.add(RequestView.line(one, known, directory.of(actor.tenant()), now)));
        return page.put(
                "next",
                found.size() > limit
                        ? RequestCursor.of(shown.get(shown.size() - 1)).text()
                        : null);
    }

    Uni<ObjectNode> show(Actor actor, UUID id) {
        return reads.stored(actor, List.of(AuditDraft.of("rights.read", "rights/" + id)))
                .chain(() -> find(actor, id))
                .chain(request -> whole(actor, request));
    }

    /** One that the caller is known to know. */
    Uni<SubjectRequest> find(Actor actor, UUID id) {
        return store.find(actor.tenant(), id)
                .map(found -> found.orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND)));
    }

    private Uni<ObjectNode> whole(Actor actor, SubjectRequest request) {
        Uni<Optional<FileJobs.Standing>> job = Optional.ofNullable(request.job())
                .map(known -> jobs.standing(actor.tenant(), known))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
        return Uni.combine()
                .all()
                .unis(
                        terms.of(actor.tenant()),
                        sealer.ring(actor.tenant(), request.subject()),
                        acts.of(actor.tenant(), request.id()),
                        job)
                .with((known, ring, done, standing) -> RequestView.whole(
                        request,
                        new RequestView.Known(
                                actor.tenant(),
                                known,
                                directory.of(actor.tenant()),
                                clock.instant(),
                                ring,
                                done,
                                standing)));
    }

    /** Who no longer sits at the desk is not told either what he once entered there. */
    Uni<ObjectNode> make(Actor actor, @Nullable JsonNode body, @Nullable String key) {
        Optional<Idempotency.Request> request =
                PrivacyDesk.sits(actor) ? Idempotency.Request.of(key, "rights", body) : Optional.empty();
        return idempotency
                .once(
                        actor,
                        request,
                        made -> Uni.createFrom().item(made.get(0)),
                        () -> pipeline.run(making, new MakeRequest(body, request), actor))
                .chain(id -> find(actor, id))
                .chain(made -> whole(actor, made));
    }

    Uni<ObjectNode> act(Actor actor, ActOnRequest command) {
        return find(actor, command.id())
                .chain(request -> persons.before(actor, request, command))
                .chain(() -> pipeline.run(acting, command, actor))
                .invoke(id -> {
                    if (command.act() == RequestAct.CARRY_OUT) {
                        jobs.wake(actor.tenant());
                    }
                })
                .chain(id -> find(actor, id))
                .chain(request -> whole(actor, request));
    }
}
