package io.jianmi.workflow.delegation;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.Command;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Member;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Write;
import io.jianmi.workflow.assignee.Assignment;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A member names who acts for him; an administrator may name one for somebody else.
 *
 * @param body as it was sent; read only after it is known that the actor may
 * @param request the caller's key for this request
 */
record MakeDelegation(UUID id, JsonNode body, Optional<Idempotency.Request> request) implements Command<Delegation> {

    @Override
    public String action() {
        return "delegation.make";
    }

    @Override
    public String target() {
        return "delegation/" + id;
    }

    /** For whom: the caller where none is named. */
    Optional<String> member() {
        return Optional.ofNullable(body.path("member").textValue()).filter(text -> !text.isBlank());
    }

    @Singleton
    static final class Handler implements CommandHandler<MakeDelegation, Delegation, List<Delegation>> {

        private static final String POLICY = "platform";

        private final DelegationStore store;
        private final OrgDirectory directory;
        private final InstantSource clock;

        Handler(DelegationStore store, OrgDirectory directory, InstantSource clock) {
            this.store = store;
            this.directory = directory;
            this.clock = clock;
        }

        @Override
        public Uni<List<Delegation>> load(MakeDelegation command, Actor actor) {
            return store.standing(actor.tenant(), clock.instant());
        }

        @Override
        public Permit authorize(MakeDelegation command, List<Delegation> standing, Actor actor) {
            boolean own = command.member()
                    .filter(id -> !id.equals(actor.id().value()))
                    .isEmpty();
            return own || actor.hasRole(Assignment.ADMIN)
                    ? Permit.allow(POLICY)
                    : Permit.refuse(ProblemException.of(CommonProblem.FORBIDDEN), POLICY);
        }

        @Override
        public Uni<Changes<Delegation>> decide(MakeDelegation command, List<Delegation> standing, Actor actor) {
            List<Finding> findings = new ArrayList<>();
            MemberId member = member(command, actor, findings);
            Instant now = clock.instant();
            Delegation made = new DelegationTerms(directory.of(actor.tenant()), now, findings)
                    .read(command.body(), command.id(), member, standing)
                    .orElseThrow(() -> ProblemException.of(DelegationProblem.INVALID, findings));
            List<Write> writes = List.of(DelegationStore.insert(actor.tenant(), made, actor.id()));
            AuditDraft audit = AuditDraft.of(command.action(), command.target())
                    .with(Map.of(
                            "member", made.member().value(),
                            "delegate", made.delegate().value(),
                            "from", made.from().toString(),
                            "until", made.until().toString(),
                            "workflows", String.join(",", made.workflows())));
            return Uni.createFrom()
                    .item(Changes.of(writes, audit, List.of(), () -> made).making(made.id()));
        }

        private MemberId member(MakeDelegation command, Actor actor, List<Finding> findings) {
            if (command.member().isEmpty()) {
                return actor.id();
            }
            Optional<MemberId> named = DelegationTerms.member(
                            directory.of(actor.tenant()), command.member().get())
                    .map(Member::id);
            if (named.isEmpty()) {
                findings.add(Finding.error("delegation.member", "/member"));
            }
            return named.orElse(actor.id());
        }
    }
}
