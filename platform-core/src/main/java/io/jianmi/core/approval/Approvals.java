package io.jianmi.core.approval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.approval.Approval.Status;
import io.jianmi.core.approval.Approval.Target;
import io.jianmi.core.approval.ApprovalRules.Act;
import io.jianmi.core.approval.ApprovalRules.Situation;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Member;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.Org;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.json.Json;
import io.jianmi.core.notification.Announcement;
import io.jianmi.core.notification.NotificationKind;
import io.jianmi.core.notification.Notifications;
import io.jianmi.core.outbox.OutboxMessage;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.time.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a domain whose act needs a second person asks of this package. */
@Singleton
public final class Approvals {

    private final ApprovalStore store;
    private final ApprovalSealer sealer;
    private final OrgDirectory directory;
    private final Ids ids;
    private final InstantSource clock;
    private final Duration wait;

    /** @param wait how long a request waits for somebody to decide */
    Approvals(
            ApprovalStore store,
            ApprovalSealer sealer,
            OrgDirectory directory,
            Ids ids,
            InstantSource clock,
            @ConfigProperty(name = "jianmi.approvals.wait", defaultValue = "PT24H") Duration wait) {
        this.store = store;
        this.sealer = sealer;
        this.directory = directory;
        this.ids = ids;
        this.clock = clock;
        this.wait = wait;
    }

    /**
     * What is asked.
     *
     * @param roles that a definition names; the officers of the kind may decide too
     * @param terms keys and numbers that the kind remembers
     * @param reason in the asker's words
     */
    public record Question(ApprovalKind kind, Target target, Set<String> roles, ObjectNode terms, String reason) {}

    /** What a command commits so that it is asked. */
    public record Asked(Approval approval, List<Write> writes, AuditDraft audit, List<OutboxMessage> messages) {}

    /**
     * Fails with {@link ApprovalProblem#STANDING} (parameter {@code request}) where the same is asked already, and with {@link
     * ApprovalProblem#NOBODY} where nobody else could agree.
     */
    public Uni<Asked> ask(Actor actor, Question question) {
        Set<String> approvers = new HashSet<>(question.roles());
        approvers.addAll(question.kind().officers());
        String terms = Json.write(question.terms());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<MemberId> told = deciders(directory.of(actor.tenant()), approvers, actor.id());
        if (told.isEmpty()) {
            throw ProblemException.of(ApprovalProblem.NOBODY);
        }
        UUID id = ids.next();
        Target target = question.target();
        return store.standing(actor, question.kind().key(), target, terms, now)
                .invoke(standing -> standing.stream().findFirst().ifPresent(earlier -> {
                    throw ProblemException.of(
                            ApprovalProblem.STANDING,
                            Map.of("request", earlier.id().toString()));
                }))
                .chain(none -> sealer.ring(actor.tenant(), Set.of(target.subject())))
                .map(ring -> new Approval(
                        id,
                        question.kind().key(),
                        actor.id(),
                        now,
                        now.plus(wait),
                        approvers,
                        target,
                        terms,
                        sealer.seal(
                                actor.tenant(), id, target.subject(), ApprovalSealer.REASON, question.reason(), ring),
                        Status.PENDING,
                        null,
                        null))
                .map(asked -> new Asked(
                        asked,
                        List.of(store.insert(actor.tenant(), asked)),
                        audit("approval.ask", asked),
                        news(NotificationKind.APPROVAL_ASKED, asked, actor.id(), told, Optional.empty())));
    }

    /** Enabled members, other than the asker, with one of the roles. */
    private static List<MemberId> deciders(Org org, Set<String> roles, MemberId asker) {
        return roles.stream()
                .sorted()
                .flatMap(role -> org.membersWithRole(role).stream())
                .map(Member::id)
                .filter(id -> !id.equals(asker))
                .distinct()
                .toList();
    }

    /** An entry about it: on the record, where it is about one. */
    static AuditDraft audit(String action, Approval approval) {
        Map<String, Object> context = new HashMap<>();
        context.put("approval", approval.id().toString());
        context.put("kind", approval.kind());
        context.put("asker", approval.asker().value());
        approval.task().ifPresent(task -> context.put("task", task.toString()));
        return AuditDraft.of(action, approval.target().object()).with(context);
    }

    static List<OutboxMessage> news(
            NotificationKind kind, Approval approval, MemberId by, List<MemberId> to, Optional<String> outcome) {
        String form = approval.target().form();
        UUID record = approval.target().record();
        if (form == null || record == null) {
            return List.of();
        }
        Announcement news =
                Announcement.of(kind, approval.id(), by, form, record).to(to);
        return Notifications.messages(List.of(outcome.map(news::outcome).orElse(news)));
    }

    /** The caller's own; somebody else's, and what was written outside the product, do not exist for him. */
    public Uni<Approval> own(Actor actor, UUID id) {
        return store.find(actor.tenant(), id)
                .map(found -> found.filter(one -> one.asker().equals(actor.id()))
                        .orElseThrow(() -> ProblemException.of(ApprovalProblem.NOT_FOUND)));
    }

    /**
     * Fails unless its asker may do now what he asked for.
     *
     * @param over whether what it was asked for is over
     */
    public void requireUsable(Actor actor, Approval approval, boolean over) {
        ApprovalRules.require(Act.USE, new Situation(approval, actor.id(), actor.roles(), over, clock.instant()));
    }

    /** Fails unless somebody may still decide on it. */
    public void requirePending(Actor actor, Approval approval, boolean over) {
        Situation situation = new Situation(approval, actor.id(), actor.roles(), over, clock.instant());
        ApprovalRules.require(Act.WITHDRAW, situation);
    }

    /** In the command that does what was agreed to: an approval serves once. */
    public Write use(Actor actor, Approval approval) {
        return store.update(actor.tenant(), approval, approval.as(Status.USED));
    }

    /** What its asker wrote; empty when the person's keys are gone. */
    public Uni<String> reason(Actor actor, Approval approval) {
        return sealer.ring(actor.tenant(), List.of(approval))
                .map(ring -> sealer.read(actor.tenant(), approval, ApprovalSealer.REASON, approval.reason(), ring)
                        .orElse(""));
    }

    /** Ends what was asked within tasks that are over: opening the task again does not bring it back. */
    public static Write ended(TenantKey tenant, Collection<UUID> tasks, Instant now) {
        return Write.any("""
                update "%s".approval set ended_at = $2 where task = any($1) and ended_at is null
                and status in ('PENDING', 'APPROVED')
                """.formatted(tenant.schema()), Tuple.of(tasks.toArray(UUID[]::new), ApprovalStore.utc(now)));
    }
}
