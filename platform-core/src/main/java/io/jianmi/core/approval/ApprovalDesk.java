package io.jianmi.core.approval;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.approval.Approval.Decision;
import io.jianmi.core.approval.Approval.Sealed;
import io.jianmi.core.approval.ApprovalRules.Situation;
import io.jianmi.core.approval.ApprovalStore.Box;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.audit.ReadLog;
import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Org;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one can do with approvals: look at them, decide, take back. */
@Singleton
public final class ApprovalDesk {

    /** Who has more to decide is told that he has that many. */
    private static final int COUNTED = 100;

    private final CommandPipeline pipeline;
    private final ActOnApproval.Handler acting;
    private final ApprovalStore store;
    private final ApprovalSealer sealer;
    private final ApprovalKinds kinds;
    private final OrgDirectory directory;
    private final ReadLog reads;
    private final InstantSource clock;

    ApprovalDesk(
            CommandPipeline pipeline,
            ActOnApproval.Handler acting,
            ApprovalStore store,
            ApprovalSealer sealer,
            ApprovalKinds kinds,
            OrgDirectory directory,
            ReadLog reads,
            InstantSource clock) {
        this.pipeline = pipeline;
        this.acting = acting;
        this.store = store;
        this.sealer = sealer;
        this.kinds = kinds;
        this.directory = directory;
        this.reads = reads;
        this.clock = clock;
    }

    /** @param next cursor of the next page, null on the last */
    public record Page(List<ObjectNode> items, @Nullable String next) {}

    Uni<Page> page(Actor actor, Box box, Optional<UUID> record, Optional<UUID> after, int limit, String language) {
        return store.page(actor, box, record, after, limit + 1, clock.instant()).chain(found -> {
            List<Approval> shown = found.size() > limit ? found.subList(0, limit) : found;
            String next =
                    found.size() > limit ? shown.get(shown.size() - 1).id().toString() : null;
            return shown(actor, shown, language)
                    .map(items -> new Page(
                            items.stream()
                                    .filter(item -> box != Box.TODO
                                            || item.path("status").asText().equals("pending"))
                                    .toList(),
                            next));
        });
    }

    /** {@code {"waiting"}}: how many wait for him to decide; a hundred stands for more. */
    Uni<ObjectNode> waiting(Actor actor) {
        return store.page(actor, Box.TODO, Optional.empty(), Optional.empty(), COUNTED, clock.instant())
                .chain(found -> kinds.over(actor.tenant(), found)
                        .map(over -> Json.NODES.objectNode().put("waiting", found.size() - over.size())));
    }

    Uni<ObjectNode> show(Actor actor, UUID id, String language) {
        Uni<Approval> known = store.find(actor.tenant(), id)
                .map(found -> found.filter(one ->
                                situation(actor, one, Set.of(), clock.instant()).known())
                        .orElseThrow(() -> ProblemException.of(ApprovalProblem.NOT_FOUND)));
        return reads.noting(actor, AuditDraft.of("approval.show", "approval/" + id), known)
                .chain(approval -> show(actor, approval, language));
    }

    Uni<ObjectNode> act(Actor actor, ActOnApproval command, String language) {
        return pipeline.run(acting, command, actor).chain(approval -> show(actor, approval, language));
    }

    /** One that the caller is known to know. */
    public Uni<ObjectNode> show(Actor actor, Approval approval, String language) {
        return shown(actor, List.of(approval), language).map(items -> items.get(0));
    }

    private Uni<List<ObjectNode>> shown(Actor actor, List<Approval> approvals, String language) {
        if (approvals.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Instant now = clock.instant();
        return Uni.combine()
                .all()
                .unis(
                        kinds.describe(actor, approvals, language),
                        kinds.over(actor.tenant(), approvals),
                        sealer.ring(actor.tenant(), approvals))
                .with((described, over, ring) -> approvals.stream()
                        .map(one -> answer(
                                actor,
                                situation(actor, one, over, now),
                                Optional.ofNullable(described.get(one.id())),
                                ring))
                        .toList());
    }

    private static Situation situation(Actor actor, Approval approval, Set<UUID> over, Instant now) {
        return new Situation(approval, actor.id(), actor.roles(), over.contains(approval.id()), now);
    }

    private ObjectNode answer(Actor actor, Situation situation, Optional<ObjectNode> described, KeyRing ring) {
        Approval approval = situation.approval();
        Org org = directory.of(actor.tenant());
        ObjectNode answer = Json.NODES
                .objectNode()
                .put("id", approval.id().toString())
                .put("kind", approval.kind())
                .put("status", ApprovalRules.word(situation))
                .put("askedAt", approval.askedAt().toString())
                .put("expiresAt", approval.expiresAt().toString());
        answer.set("asker", person(approval.asker().value(), org));
        ArrayNode approvers = answer.putArray("approvers");
        approval.approvers().stream().sorted().forEach(approvers::add);
        ArrayNode actions = answer.putArray("actions");
        ApprovalRules.open(situation).forEach(act -> actions.add(act.key()));
        answer.put("reason", text(actor, approval, ApprovalSealer.REASON, approval.reason(), ring));
        decision(answer, actor, approval, org, ring);
        described.ifPresent(answer::setAll);
        return answer;
    }

    private void decision(ObjectNode answer, Actor actor, Approval approval, Org org, KeyRing ring) {
        Decision decision = approval.decision();
        if (decision == null) {
            answer.putNull("decidedBy").putNull("decidedAt").putNull("comment");
            return;
        }
        Sealed remark = decision.remark();
        answer.set("decidedBy", person(decision.by().value(), org));
        answer.put("decidedAt", decision.at().toString());
        answer.put("comment", remark == null ? null : text(actor, approval, ApprovalSealer.REMARK, remark, ring));
    }

    private @Nullable String text(Actor actor, Approval approval, String what, Sealed sealed, KeyRing ring) {
        return sealer.read(actor.tenant(), approval, what, sealed, ring).orElse(null);
    }

    private static ObjectNode person(String id, Org org) {
        return Json.NODES.objectNode().put("id", id).put("name", org.nameOf(id));
    }
}
