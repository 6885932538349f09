package io.jianmi.form.erasure;

import io.jianmi.core.approval.Approval;
import io.jianmi.core.approval.Approvals;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Write;
import io.jianmi.core.time.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Carries out {@link EraseSubject}: without an approval it asks for one; with one it enters the order into the ledger and restricts the
 * person at once, so that nobody writes of her while she is erased. The rest is {@link ErasureJob}'s.
 */
@Singleton
final class EraseSubjectHandler
        implements CommandHandler<EraseSubject, EraseSubject.Answer, Optional<SubjectStanding.Standing>> {

    static final int LEAST_REASON = 2;
    static final int LONGEST_REASON = 500;

    private final SubjectStanding standing;
    private final Approvals approvals;
    private final ErasureApproval kind;
    private final Ids ids;
    private final InstantSource clock;

    EraseSubjectHandler(
            SubjectStanding standing, Approvals approvals, ErasureApproval kind, Ids ids, InstantSource clock) {
        this.standing = standing;
        this.approvals = approvals;
        this.kind = kind;
        this.ids = ids;
        this.clock = clock;
    }

    /** For whom the desk does not exist nobody is looked up. */
    @Override
    public Uni<Optional<SubjectStanding.Standing>> load(EraseSubject command, Actor actor) {
        return standing.forDesk(actor, command.subject());
    }

    @Override
    public Permit authorize(EraseSubject command, Optional<SubjectStanding.Standing> found, Actor actor) {
        Permit seen = SubjectStanding.permit(command, found, actor);
        return seen.refusal().isEmpty() && command.approval().isPresent() && !actor.steppedUp()
                ? Permit.refuse(ProblemException.of(ErasureProblem.STEP_UP), command.policy())
                : seen;
    }

    @Override
    public Uni<Changes<EraseSubject.Answer>> decide(
            EraseSubject command, Optional<SubjectStanding.Standing> found, Actor actor) {
        found.flatMap(SubjectStanding.Standing::erasing).ifPresent(erasure -> {
            throw ProblemException.of(
                    ErasureProblem.STANDING, Map.of("erasure", erasure.id().toString()));
        });
        return command.approval()
                .map(given -> Uni.createFrom().item(ordered(command, given, actor)))
                .orElseGet(() -> asked(command, actor));
    }

    private Uni<Changes<EraseSubject.Answer>> asked(EraseSubject command, Actor actor) {
        String reason = command.reason().strip();
        if (reason.length() < LEAST_REASON || reason.length() > LONGEST_REASON) {
            throw ProblemException.of(
                    ErasureProblem.REASON, List.of(Finding.error(ErasureProblem.REASON.code(), "/reason")));
        }
        Approval.Target target = new Approval.Target(command.target(), null, null, 0, null, command.subject());
        return approvals
                .ask(actor, new Approvals.Question(kind, target, Set.of(), command.terms(), reason))
                .map(asked -> new Changes<>(
                        asked.writes(),
                        List.of(asked.audit()
                                .with(Json.NODES.objectNode().put("reason", reason), Optional.of(command.subject()))),
                        asked.messages(),
                        () -> new EraseSubject.Asked(asked.approval())));
    }

    private Changes<EraseSubject.Answer> ordered(EraseSubject command, Approval given, Actor actor) {
        UUID erasure = ids.next();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Write> writes = List.of(
                ErasureStore.order(
                        actor.tenant(),
                        erasure,
                        command.subject(),
                        new ErasureStore.Ordered(now, actor.id().value(), Optional.of(given.id()), command.right())),
                RestrictionStore.restrict(actor, command.subject(), now, command.right()),
                approvals.use(actor, given));
        return Changes.<EraseSubject.Answer>of(
                        writes, entry(command, given, erasure), List.of(), () -> new EraseSubject.Ordered(erasure))
                .making(erasure);
    }

    private static AuditDraft entry(EraseSubject command, Approval given, UUID erasure) {
        Map<String, Object> context = new HashMap<>();
        context.put("erasure", erasure.toString());
        context.put("approval", given.id().toString());
        command.right().ifPresent(id -> context.put("right", id.toString()));
        return AuditDraft.of(command.action(), command.target()).with(context);
    }
}
