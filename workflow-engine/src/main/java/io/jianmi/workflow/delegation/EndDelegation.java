package io.jianmi.workflow.delegation;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.Command;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.workflow.assignee.Assignment;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A delegation ends before its time. Tasks that the delegate has stay his. */
record EndDelegation(UUID id) implements Command<Boolean> {

    @Override
    public String action() {
        return "delegation.end";
    }

    @Override
    public String target() {
        return "delegation/" + id;
    }

    @Singleton
    static final class Handler implements CommandHandler<EndDelegation, Boolean, Delegation> {

        private static final String POLICY = "platform";

        private final DelegationStore store;
        private final InstantSource clock;

        Handler(DelegationStore store, InstantSource clock) {
            this.store = store;
            this.clock = clock;
        }

        @Override
        public Uni<Delegation> load(EndDelegation command, Actor actor) {
            return store.standing(actor.tenant(), clock.instant())
                    .map(all -> all.stream()
                            .filter(one -> one.id().equals(command.id()))
                            .findFirst()
                            .orElseThrow(() -> ProblemException.of(DelegationProblem.NOT_FOUND)));
        }

        /** The delegate cannot end it, but hands on what he gets; to others it does not exist. */
        @Override
        public Permit authorize(EndDelegation command, Delegation delegation, Actor actor) {
            return delegation.member().equals(actor.id()) || actor.hasRole(Assignment.ADMIN)
                    ? Permit.allow(POLICY)
                    : Permit.refuse(ProblemException.of(DelegationProblem.NOT_FOUND), POLICY);
        }

        @Override
        public Uni<Changes<Boolean>> decide(EndDelegation command, Delegation delegation, Actor actor) {
            AuditDraft audit = AuditDraft.of(command.action(), command.target())
                    .with(Map.of(
                            "member", delegation.member().value(),
                            "delegate", delegation.delegate().value()));
            return Uni.createFrom()
                    .item(Changes.of(
                            List.of(DelegationStore.end(actor.tenant(), command.id(), actor.id(), clock.instant())),
                            audit,
                            List.of(),
                            () -> true));
        }
    }
}
