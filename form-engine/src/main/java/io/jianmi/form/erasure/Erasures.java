package io.jianmi.form.erasure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.approval.Approval;
import io.jianmi.core.approval.ApprovalDesk;
import io.jianmi.core.approval.ApprovalProblem;
import io.jianmi.core.approval.Approvals;
import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.time.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Erasing a person, in two acts: it is asked for with a reason, somebody else agrees, and then it is carried out by whoever asked, with a
 * fresh second factor. Whoever does not sit at the privacy desk is answered as if there were no such person.
 */
@Singleton
public final class Erasures {

    private final CommandPipeline pipeline;
    private final EraseSubjectHandler erasing;
    private final ErasureApproval kind;
    private final Approvals approvals;
    private final ApprovalDesk desk;
    private final ErasureStore store;
    private final OrgDirectory directory;

    Erasures(
            CommandPipeline pipeline,
            EraseSubjectHandler erasing,
            ErasureApproval kind,
            Approvals approvals,
            ApprovalDesk desk,
            ErasureStore store,
            OrgDirectory directory) {
        this.pipeline = pipeline;
        this.erasing = erasing;
        this.kind = kind;
        this.approvals = approvals;
        this.desk = desk;
        this.store = store;
        this.directory = directory;
    }

    /**
     * What comes of it.
     *
     * @param approval id of what waits for a second person, or by which it was carried out
     * @param erasure id of the erasure; empty while nobody has agreed
     * @param body what is answered over HTTP
     */
    public record Outcome(UUID approval, Optional<UUID> erasure, ObjectNode body) {}

    /**
     * Asks for it. Fails with {@code erasure.standing} (parameter {@code erasure}) where she is being erased; asking again is answered by what
     * was asked before.
     *
     * @param reason in the asker's words, 2 to 500 characters
     * @param right id of the request of hers that it answers, where it does
     */
    public Uni<Outcome> ask(Actor actor, UUID subject, String reason, Optional<UUID> right, String language) {
        return pipeline.runSealed(erasing, new EraseSubject(subject, reason, right, Optional.empty()), actor)
                .map(done -> ((EraseSubject.Asked) done.answer()).approval())
                .onFailure(Erasures::asked)
                .recoverWithUni(failure -> approvals.own(
                        actor,
                        UUID.fromString(String.valueOf(
                                ((ProblemException) failure).params().get("request")))))
                .chain(asked -> waiting(actor, asked, language));
    }

    /**
     * Carries out what was asked, once somebody has agreed; until then it says how that stands. Fails with {@code erasure.step-up-required}
     * without a fresh second factor. Under a hold the erasure is {@code restricted} and begins when the hold is released.
     *
     * @param approval id of what was asked
     */
    public Uni<Outcome> carryOut(Actor actor, UUID subject, UUID approval, String language) {
        return approvals.own(actor, approval).chain(given -> {
            if (!given.kind().equals(kind.key()) || !given.target().subject().equals(subject)) {
                throw ProblemException.of(ApprovalProblem.NOT_FOUND);
            }
            return kind.over(actor.tenant(), List.of(given)).chain(over -> {
                if (given.status() == Approval.Status.PENDING) {
                    approvals.requirePending(actor, given, over.contains(approval));
                    return waiting(actor, given, language);
                }
                approvals.requireUsable(actor, given, over.contains(approval));
                return ordered(actor, given);
            });
        });
    }

    private Uni<Outcome> ordered(Actor actor, Approval given) {
        Optional<UUID> right = Ids.parse(given.parsedTerms().path("right").asText());
        EraseSubject command = new EraseSubject(given.target().subject(), "", right, Optional.of(given));
        return pipeline.runSealed(erasing, command, actor)
                .map(done -> ((EraseSubject.Ordered) done.answer()).erasure())
                .chain(id -> store.find(actor.tenant(), id))
                .map(found -> {
                    Erasure erasure = found.orElseThrow();
                    return new Outcome(given.id(), Optional.of(erasure.id()), told(actor.tenant(), erasure));
                });
    }

    private static boolean asked(Throwable failure) {
        return failure instanceof ProblemException problem
                && problem.type() == ApprovalProblem.STANDING
                && problem.params().containsKey("request");
    }

    private Uni<Outcome> waiting(Actor actor, Approval asked, String language) {
        return desk.show(actor, asked, language).map(shown -> {
            ObjectNode body = Json.NODES
                    .objectNode()
                    .put("request", asked.id().toString())
                    .put("status", shown.path("status").asText())
                    .put("expiresAt", asked.expiresAt().toString());
            body.set("approvers", shown.path("approvers"));
            return new Outcome(asked.id(), Optional.empty(), body);
        });
    }

    /** Newest first; one more than asked for says that there are more. */
    Uni<List<Erasure>> page(TenantKey tenant, Optional<UUID> subject, Optional<UUID> after, int limit) {
        return store.page(tenant, subject, after, limit);
    }

    /** Fails with {@code request.not-found}. */
    Uni<ObjectNode> show(TenantKey tenant, UUID id) {
        return store.find(tenant, id)
                .map(found -> found.orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND)))
                .map(erasure -> told(tenant, erasure));
    }

    ObjectNode told(TenantKey tenant, Erasure erasure) {
        ObjectNode told = Json.NODES
                .objectNode()
                .put("id", erasure.id().toString())
                .put("subject", erasure.subject().toString())
                .put("status", erasure.status())
                .put("askedAt", erasure.askedAt().toString());
        told.putObject("askedBy")
                .put("id", erasure.askedBy())
                .put("name", directory.of(tenant).nameOf(erasure.askedBy()));
        told.put("approval", text(Optional.ofNullable(erasure.approval())));
        told.put("right", text(Optional.ofNullable(erasure.right())));
        ArrayNode steps = told.putArray("steps");
        for (Step step : Step.values()) {
            steps.addObject()
                    .put("step", step.key())
                    .put(
                            "at",
                            erasure.done(step).map(done -> done.at().toString()).orElse(null));
        }
        told.set(
                "certificate",
                erasure.done(Step.CLOSED).map(Erasure.Done::counts).orElseGet(Json.NODES::nullNode));
        return told;
    }

    private static @Nullable String text(Optional<UUID> id) {
        return id.map(UUID::toString).orElse(null);
    }
}
