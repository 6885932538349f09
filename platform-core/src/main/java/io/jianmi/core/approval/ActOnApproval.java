package io.jianmi.core.approval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.approval.Approval.Decision;
import io.jianmi.core.approval.Approval.Sealed;
import io.jianmi.core.approval.Approval.Status;
import io.jianmi.core.approval.ApprovalRules.Act;
import io.jianmi.core.approval.ApprovalRules.Situation;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.Command;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.notification.NotificationKind;
import io.jianmi.core.outbox.OutboxMessage;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Somebody decides on an approval, or its asker takes it back.
 *
 * @param comment trimmed, never blank; a rejection has one
 */
record ActOnApproval(UUID id, Act act, Optional<String> comment) implements Command<Approval> {

    @Override
    public String action() {
        return "approval." + act.key();
    }

    @Override
    public String target() {
        return "approval/" + id;
    }

    /** Never prints the comment. */
    @Override
    public String toString() {
        return "ActOnApproval[" + target() + " " + act.key() + "]";
    }

    @Singleton
    static final class Handler implements CommandHandler<ActOnApproval, Approval, Situation> {

        private static final String POLICY = "platform";

        private final ApprovalStore store;
        private final ApprovalSealer sealer;
        private final ApprovalKinds kinds;
        private final InstantSource clock;
        private final Duration use;

        /** @param use how long what was agreed to can be done */
        Handler(
                ApprovalStore store,
                ApprovalSealer sealer,
                ApprovalKinds kinds,
                InstantSource clock,
                @ConfigProperty(name = "jianmi.approvals.use", defaultValue = "PT8H") Duration use) {
            this.store = store;
            this.sealer = sealer;
            this.kinds = kinds;
            this.clock = clock;
            this.use = use;
        }

        @Override
        public Uni<Situation> load(ActOnApproval command, Actor actor) {
            return store.find(actor.tenant(), command.id())
                    .map(found -> found.orElseThrow(() -> ProblemException.of(ApprovalProblem.NOT_FOUND)))
                    .chain(approval -> kinds.over(actor.tenant(), List.of(approval))
                            .map(over -> new Situation(
                                    approval,
                                    actor.id(),
                                    actor.roles(),
                                    over.contains(approval.id()),
                                    clock.instant())));
        }

        @Override
        public Permit authorize(ActOnApproval command, Situation situation, Actor actor) {
            return new Permit(
                    ApprovalRules.refusal(command.act(), situation)
                            .map(ProblemException::of)
                            .or(() -> unexplained(command)),
                    POLICY);
        }

        private static Optional<ProblemException> unexplained(ActOnApproval command) {
            return command.act() == Act.REJECT && command.comment().isEmpty()
                    ? Optional.of(ProblemException.of(
                            ApprovalProblem.COMMENT,
                            List.of(Finding.error(ApprovalProblem.COMMENT.code(), "/comment"))))
                    : Optional.empty();
        }

        /** Of two who decide at once the second is told that it is decided. */
        @Override
        public int tries() {
            return 2;
        }

        @Override
        public Uni<Changes<Approval>> decide(ActOnApproval command, Situation situation, Actor actor) {
            Approval before = situation.approval();
            if (command.act() == Act.WITHDRAW) {
                return Uni.createFrom().item(changes(command, before, before.as(Status.WITHDRAWN), actor, List.of()));
            }
            return remark(command, before, actor).map(remark -> {
                Approval next = decided(command, situation, remark.orElse(null));
                return changes(
                        command,
                        before,
                        next,
                        actor,
                        Approvals.news(
                                NotificationKind.APPROVAL_DECIDED,
                                next,
                                actor.id(),
                                List.of(next.asker()),
                                Optional.of(next.status().name().toLowerCase(Locale.ROOT))));
            });
        }

        private Uni<Optional<Sealed>> remark(ActOnApproval command, Approval approval, Actor actor) {
            return command.comment().isEmpty()
                    ? Uni.createFrom().item(Optional.empty())
                    : sealer.ring(actor.tenant(), List.of(approval))
                            .map(ring -> Optional.of(sealer.seal(
                                    actor.tenant(),
                                    approval.id(),
                                    approval.target().subject(),
                                    ApprovalSealer.REMARK,
                                    command.comment().get(),
                                    ring)));
        }

        private Approval decided(ActOnApproval command, Situation situation, @Nullable Sealed remark) {
            Approval before = situation.approval();
            Instant now = situation.now().truncatedTo(ChronoUnit.MICROS);
            Decision decision = new Decision(situation.actor(), now, before.entitled(situation.roles()), remark);
            return command.act() == Act.APPROVE
                    ? before.decided(Status.APPROVED, decision, now.plus(use))
                    : before.decided(Status.REJECTED, decision, before.expiresAt());
        }

        private Changes<Approval> changes(
                ActOnApproval command, Approval before, Approval next, Actor actor, List<OutboxMessage> news) {
            ObjectNode payload = Json.NODES.objectNode();
            command.comment().ifPresent(comment -> payload.put("comment", comment));
            AuditDraft audit = Approvals.audit(command.action(), next)
                    .with(payload, Optional.of(next.target().subject()));
            return Changes.of(List.of(store.update(actor.tenant(), before, next)), audit, news, () -> next);
        }
    }
}
