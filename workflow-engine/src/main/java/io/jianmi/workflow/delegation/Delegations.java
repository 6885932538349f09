package io.jianmi.workflow.delegation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Org;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.time.Ids;
import io.jianmi.workflow.assignee.Assignment;
import io.jianmi.workflow.assignee.Deputies;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What members arrange for the time they are away, and what the task runtime asks about it. */
@Singleton
public final class Delegations {

    private final CommandPipeline pipeline;
    private final DelegationStore store;
    private final MakeDelegation.Handler making;
    private final EndDelegation.Handler ending;
    private final Idempotency idempotency;
    private final OrgDirectory directory;
    private final Ids ids;
    private final InstantSource clock;

    Delegations(
            CommandPipeline pipeline,
            DelegationStore store,
            MakeDelegation.Handler making,
            EndDelegation.Handler ending,
            Idempotency idempotency,
            OrgDirectory directory,
            Ids ids,
            InstantSource clock) {
        this.pipeline = pipeline;
        this.store = store;
        this.making = making;
        this.ending = ending;
        this.idempotency = idempotency;
        this.directory = directory;
        this.ids = ids;
        this.clock = clock;
    }

    /** The caller's own, and those by which he acts for others; somebody else's for administrators only. */
    Uni<List<ObjectNode>> list(Actor actor, Optional<String> member) {
        boolean own = member.filter(id -> !id.equals(actor.id().value())).isEmpty();
        if (!own && !actor.hasRole(Assignment.ADMIN)) {
            throw ProblemException.of(CommonProblem.FORBIDDEN);
        }
        Instant now = clock.instant();
        return store.of(actor.tenant(), member.orElse(actor.id().value()), now)
                .map(all -> all.stream().map(one -> answer(actor, one, now)).toList());
    }

    Uni<ObjectNode> make(Actor actor, JsonNode body, Optional<String> key) {
        Optional<Idempotency.Request> request = Idempotency.Request.of(key.orElse(null), "delegation", body);
        MakeDelegation command = new MakeDelegation(ids.next(), body, request);
        return idempotency
                .once(actor, request, made -> again(actor, made.get(0)), () -> pipeline.run(making, command, actor))
                .map(made -> answer(actor, made, clock.instant()));
    }

    private Uni<Delegation> again(Actor actor, UUID id) {
        return store.standing(actor.tenant(), clock.instant())
                .map(all -> all.stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> ProblemException.of(DelegationProblem.NOT_FOUND)));
    }

    Uni<Void> end(Actor actor, UUID id) {
        return pipeline.run(ending, new EndDelegation(id), actor).replaceWithVoid();
    }

    /** Those that take open tasks with them, have begun and have not done so yet. */
    public Uni<List<Delegation>> beginning(TenantKey tenant) {
        return store.beginning(tenant, clock.instant());
    }

    /** The open tasks of that one were handed over. */
    public Uni<Void> handed(TenantKey tenant, UUID id) {
        return store.handed(tenant, id, clock.instant());
    }

    /** Who acts for whom now. */
    public Uni<Deputies> deputies(TenantKey tenant) {
        Instant now = clock.instant();
        Org org = directory.of(tenant);
        return store.standing(tenant, now)
                .map(all -> new Deputies(
                        all.stream()
                                .filter(one -> !one.from().isAfter(now))
                                .map(one -> new Deputies.Standing(
                                        one.member(), one.delegate(), Set.copyOf(one.workflows())))
                                .toList(),
                        org));
    }

    private ObjectNode answer(Actor actor, Delegation one, Instant now) {
        Org org = directory.of(actor.tenant());
        ObjectNode answer = Json.NODES.objectNode().put("id", one.id().toString());
        answer.putObject("member")
                .put("id", one.member().value())
                .put("name", org.nameOf(one.member().value()));
        answer.putObject("delegate")
                .put("id", one.delegate().value())
                .put("name", org.nameOf(one.delegate().value()));
        answer.put("from", one.from().toString()).put("until", one.until().toString());
        var workflows = answer.putArray("workflows");
        one.workflows().forEach(name -> {
            int slash = name.indexOf('/');
            workflows.addObject().put("app", name.substring(0, slash)).put("workflow", name.substring(slash + 1));
        });
        return answer.put("open", one.open())
                .put("active", !one.from().isAfter(now))
                .put("createdAt", one.createdAt().toString());
    }
}
