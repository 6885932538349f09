package io.jianmi.core.command;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.audit.AuditLog;
import io.jianmi.core.audit.AuditReceipt;
import io.jianmi.core.audit.PendingEntry;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.idempotency.RequestMarks;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.outbox.Outbox;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.StoreProblem;
import io.jianmi.core.store.TenantWriter;
import io.jianmi.core.store.UniqueViolation;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The one road to a change of a tenant's data. The order of its steps is fixed and belongs to no handler. */
@Singleton
public final class CommandPipeline {

    private final TenantWriter writer;
    private final AuditLog audit;
    private final Outbox outbox;
    private final RequestMarks requests;

    public CommandPipeline(TenantWriter writer, AuditLog audit, Outbox outbox, RequestMarks requests) {
        this.writer = writer;
        this.audit = audit;
        this.outbox = outbox;
        this.requests = requests;
    }

    /**
     * An answer whose entry stands under a signed tree head.
     *
     * @param receipt what a reveal needs before it may open anything
     */
    public record Receipted<R>(R answer, AuditReceipt receipt) {}

    /** Runs the command; the answer is built after the commit. */
    public <C extends Command<R>, R, L> Uni<R> run(CommandHandler<C, R, L> handler, C command, Actor actor) {
        return attempt(handler, command, actor, 1).map(Committed::answer);
    }

    /** Runs the command and waits until its first entry is under a signed tree head. */
    public <C extends Command<R>, R, L> Uni<Receipted<R>> runSealed(
            CommandHandler<C, R, L> handler, C command, Actor actor) {
        return attempt(handler, command, actor, 1)
                .chain(committed -> audit.sealed(actor.tenant(), committed.entry())
                        .map(receipt -> new Receipted<>(committed.answer(), receipt)));
    }

    /**
     * Does all that {@link #run} does, up to the last statement, and takes it back: the same checks in the same order, no
     * change, no entry. For handlers whose decision leaves nothing behind by itself.
     *
     * @return fails with the problem that {@link #run} would end with
     */
    public <C extends Command<R>, R, L> Uni<R> rehearse(CommandHandler<C, R, L> handler, C command, Actor actor) {
        return rehearse(handler, command, actor, 1);
    }

    private <C extends Command<R>, R, L> Uni<R> rehearse(
            CommandHandler<C, R, L> handler, C command, Actor actor, int attempt) {
        Uni<R> rehearsed = handler.load(command, actor).chain(loaded -> {
            Permit permit = handler.authorize(command, loaded, actor);
            if (permit.refusal().isPresent()) {
                return Uni.createFrom().failure(permit.refusal().get());
            }
            return handler.decide(command, loaded, actor)
                    .chain(changes -> writer.rehearse(changes.writes())
                            .map(done -> changes.answer().get()))
                    .onFailure(UniqueViolation.class)
                    .recoverWithUni(violation -> handler.conflict(command, loaded, actor, violation.index())
                            .chain(problem -> Uni.createFrom().failure(problem)));
        });
        return attempt < handler.tries()
                ? rehearsed
                        .onFailure(CommandPipeline::lostRace)
                        .recoverWithUni(() -> rehearse(handler, command, actor, attempt + 1))
                : rehearsed;
    }

    private record Committed<R>(R answer, UUID entry) {}

    private <C extends Command<R>, R, L> Uni<Committed<R>> attempt(
            CommandHandler<C, R, L> handler, C command, Actor actor, int attempt) {
        Uni<L> loading = handler.load(command, actor)
                .onFailure(CommandPipeline::denial)
                .call(failure -> logRefusal(command, actor, command.policy(), (ProblemException) failure));
        return loading.chain(loaded -> {
            Permit permit = handler.authorize(command, loaded, actor);
            if (permit.refusal().isPresent()) {
                return refuse(command, actor, permit.policy(), permit.refusal().get());
            }
            Uni<Committed<R>> done =
                    handler.decide(command, loaded, actor).chain(changes -> commit(command, changes, actor, permit));
            done = done.onFailure(CommandPipeline::denial)
                    .call(failure -> logRefusal(command, actor, permit.policy(), (ProblemException) failure))
                    .onFailure(UniqueViolation.class)
                    .recoverWithUni(violation -> Idempotency.repeated(violation)
                            ? Uni.createFrom().failure(ProblemException.of(CommonProblem.CONFLICT))
                            : handler.conflict(command, loaded, actor, violation.index())
                                    .chain(problem -> refuse(command, actor, permit.policy(), problem)));
            if (attempt < handler.tries()) {
                done = done.onFailure(CommandPipeline::lostRace)
                        .recoverWithUni(() -> attempt(handler, command, actor, attempt + 1));
            }
            return done;
        });
    }

    private <R> Uni<Committed<R>> commit(Command<R> command, Changes<R> changes, Actor actor, Permit permit) {
        TenantKey tenant = actor.tenant();
        List<AuditDraft> drafts = changes.audit().stream()
                .map(draft -> draft.under(permit.policy()))
                .toList();
        return Uni.combine()
                .all()
                .unis(requests.of(actor, command.request()), audit.prepare(actor, drafts))
                .asTuple()
                .map(both -> new Beside(both.getItem1(), both.getItem2()))
                .chain(beside -> writer.commit(writes(changes, actor, beside))
                        .invoke(() -> {
                            audit.committed(tenant);
                            if (!changes.followUps().isEmpty()) {
                                outbox.committed(tenant);
                            }
                        })
                        .map(done -> new Committed<>(
                                changes.answer().get(), beside.entries().get(0).id())));
    }

    /** What is written with the changes of a command. */
    private record Beside(Optional<RequestMarks.Marked> request, List<PendingEntry> entries) {}

    private List<Write> writes(Changes<?> changes, Actor actor, Beside beside) {
        TenantKey tenant = actor.tenant();
        List<Write> writes = new ArrayList<>(changes.writes());
        beside.request().ifPresent(request -> writes.add(Idempotency.remember(actor, request, changes.made())));
        writes.add(audit.insert(tenant, beside.entries()));
        if (!changes.followUps().isEmpty()) {
            writes.add(outbox.insert(tenant, changes.followUps()));
        }
        return writes;
    }

    /** A refusal leaves its own entry, in a transaction of its own, and then answers. */
    private <R> Uni<Committed<R>> refuse(Command<R> command, Actor actor, String policy, ProblemException refusal) {
        return logRefusal(command, actor, policy, refusal)
                .chain(() -> Uni.createFrom().failure(refusal));
    }

    private Uni<Void> logRefusal(Command<?> command, Actor actor, String policy, ProblemException refusal) {
        AuditDraft draft = AuditDraft.of(command.action(), command.target())
                .with(Map.of("problem", refusal.type().code()))
                .denied()
                .under(policy);
        return audit.prepare(actor, List.of(draft))
                .chain(entries -> writer.commit(List.of(audit.insert(actor.tenant(), entries))))
                .invoke(() -> audit.committed(actor.tenant()));
    }

    /** Want of a right or of a budget, wherever it shows, is logged; what is wrong with the request is the caller's affair. */
    private static boolean denial(Throwable failure) {
        return failure instanceof ProblemException problem && problem.denies();
    }

    private static boolean lostRace(Throwable failure) {
        return failure instanceof ProblemException problem && problem.type() == StoreProblem.LOST_RACE;
    }
}
