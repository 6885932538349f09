package io.jianmi.form.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.approval.Approval;
import io.jianmi.core.approval.ApprovalProblem;
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
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.access.RevealChoice;
import io.jianmi.form.access.RevealChoice.Offer;
import io.jianmi.form.access.RevealChoice.Source;
import io.jianmi.form.compile.CompiledField;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Carries out {@link RevealFields}: the right, the purpose, the reason, whoever has to agree and the budget, all on record. By an
 * approval everything is decided anew at the moment of opening.
 */
@Singleton
final class RevealFieldsHandler implements CommandHandler<RevealFields, RevealFields.Answer, Visible> {

    /** Budgets where the definition names none (privacy design 3.5). */
    private static final int PER_HOUR = 30;

    private static final int PER_DAY = 200;
    private static final int LEAST_REASON = 2;
    private static final int LONGEST_REASON = 500;

    private final RecordReader reader;
    private final Approvals approvals;
    private final RevealApproval kind;
    private final Ids ids;
    private final InstantSource clock;

    RevealFieldsHandler(RecordReader reader, Approvals approvals, RevealApproval kind, Ids ids, InstantSource clock) {
        this.reader = reader;
        this.approvals = approvals;
        this.kind = kind;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Uni<Visible> load(RevealFields command, Actor actor) {
        return reader.intact(actor, command.form(), command.id(), RecordAction.READ);
    }

    @Override
    public Permit authorize(RevealFields command, Visible visible, Actor actor) {
        return new Permit(refusal(command, visible, actor), command.form().policy());
    }

    private Optional<ProblemException> refusal(RevealFields command, Visible visible, Actor actor) {
        return fields(command, visible).or(() -> reason(command)).or(() -> terms(command, visible, actor));
    }

    private static Optional<ProblemException> fields(RevealFields command, Visible visible) {
        List<Finding> unknown = new ArrayList<>();
        for (int i = 0; i < command.fields().size(); i++) {
            if (visible.access().of(command.fields().get(i)) == FieldAccess.HIDDEN) {
                unknown.add(Finding.error("field.unknown", "/fields/" + i));
            }
        }
        if (!unknown.isEmpty() || command.fields().isEmpty()) {
            return Optional.of(ProblemException.of(RecordProblem.VALIDATION, unknown));
        }
        boolean withheld = command.fields().stream()
                .anyMatch(field -> !visible.access().of(field).atLeast(FieldAccess.REVEAL) || derived(command, field));
        return withheld ? Optional.of(ProblemException.of(RecordProblem.REVEAL_REFUSED)) : Optional.empty();
    }

    /** Whether one of the fields rests on a consent, and the person no longer agrees to this purpose. */
    private static boolean takenBack(RevealFields command, Visible visible) {
        return command.fields().stream()
                        .anyMatch(field -> !command.form().consents().of(field).isEmpty())
                && visible.caps().stream().anyMatch(cap -> cap.refuses(command.purpose()));
    }

    /** What is shown of another record is revealed there, under that form's terms. */
    private static boolean derived(RevealFields command, String field) {
        return command.form().field(field).filter(CompiledField::derived).isPresent();
    }

    /** By an approval it was given when it was asked; its words are gone once the person's keys are. */
    private static Optional<ProblemException> reason(RevealFields command) {
        int length = command.reason().strip().length();
        boolean good = length >= LEAST_REASON && length <= LONGEST_REASON;
        return good || command.approval().isPresent()
                ? Optional.empty()
                : Optional.of(ProblemException.of(
                        RecordProblem.REVEAL_REASON, List.of(Finding.error("reveal.reason-required", "/reason"))));
    }

    private static Optional<ProblemException> terms(RevealFields command, Visible visible, Actor actor) {
        if (command.task().isPresent() && !openTask(visible, command.task().get())) {
            return Optional.of(ProblemException.of(RecordProblem.REVEAL_REFUSED));
        }
        if (takenBack(command, visible)) {
            return Optional.of(ProblemException.of(
                    RecordProblem.REVEAL_PURPOSE, List.of(Finding.error("consent.missing", "/purpose"))));
        }
        Optional<RevealChoice> choice = choice(command, visible, actor);
        if (choice.isEmpty()) {
            return Optional.of(ProblemException.of(
                    RecordProblem.REVEAL_PURPOSE, List.of(Finding.error("reveal.purpose-not-allowed", "/purpose"))));
        }
        Optional<ProblemException> approval =
                command.approval().flatMap(given -> outdated(given, visible, choice.get()));
        if (approval.isPresent()) {
            return approval;
        }
        boolean asks =
                choice.get().approvers().isPresent() && command.approval().isEmpty();
        return choice.get().stepUp() && !asks && !actor.steppedUp()
                ? Optional.of(ProblemException.of(RecordProblem.REVEAL_STEP_UP))
                : Optional.empty();
    }

    /** What was agreed to was that record, under those rules. */
    private static Optional<ProblemException> outdated(Approval given, Visible visible, RevealChoice choice) {
        if (given.target().version() != visible.row().version()) {
            return Optional.of(ProblemException.of(ApprovalProblem.RECORD_CHANGED));
        }
        boolean enough = choice.approvers()
                .filter(roles -> !given.decidedBy(roles) && !given.decidedBy(RevealApproval.OFFICERS))
                .isEmpty();
        return enough ? Optional.empty() : Optional.of(ProblemException.of(ApprovalProblem.TERMS_CHANGED));
    }

    static boolean openTask(Visible visible, UUID task) {
        return visible.flow().grants().stream()
                .anyMatch(grant -> grant.reveals() && grant.task().equals(task));
    }

    private static Optional<RevealChoice> choice(RevealFields command, Visible visible, Actor actor) {
        List<List<Offer>> offers = command.fields().stream()
                .map(field -> purposeOf(command, field) ? offers(command, visible, field) : List.<Offer>of())
                .toList();
        return RevealChoice.of(offers, sources(command, visible), actor.steppedUp());
    }

    /** What was asked within a task is opened within it; what was asked by right of groups, by that. */
    private static List<Source> sources(RevealFields command, Visible visible) {
        if (command.approval().isPresent()) {
            return List.of(new Source(true, command.approval().get().task()));
        }
        if (command.task().isPresent()) {
            return List.of(new Source(false, command.task()));
        }
        List<Source> sources = new ArrayList<>(List.of(new Source(true, Optional.empty())));
        visible.flow().grants().stream()
                .filter(TaskGrant::reveals)
                .forEach(grant -> sources.add(new Source(true, Optional.of(grant.task()))));
        return sources;
    }

    private static boolean purposeOf(RevealFields command, String field) {
        return command.form()
                .find(field)
                .map(CompiledField::tag)
                .filter(tag -> tag.purposes().isEmpty() || tag.purposes().contains(command.purpose()))
                .isPresent();
    }

    private static List<Offer> offers(RevealFields command, Visible visible, String field) {
        List<Offer> all = new ArrayList<>();
        visible.access().terms(field).forEach(terms -> all.add(new Offer(terms, Optional.empty())));
        visible.flow()
                .grants()
                .forEach(grant ->
                        grant.terms(field).ifPresent(terms -> all.add(new Offer(terms, Optional.of(grant.task())))));
        return all.stream()
                .filter(offer -> offer.terms().purposes().contains(command.purpose()))
                .toList();
    }

    @Override
    public Uni<Changes<RevealFields.Answer>> decide(RevealFields command, Visible visible, Actor actor) {
        RevealChoice choice = choice(command, visible, actor).orElseThrow();
        return choice.approvers().isPresent() && command.approval().isEmpty()
                ? asked(command, visible, choice, actor)
                : Uni.createFrom().item(granted(command, visible, choice, actor));
    }

    private Uni<Changes<RevealFields.Answer>> asked(
            RevealFields command, Visible visible, RevealChoice choice, Actor actor) {
        StoredRecord row = visible.row();
        Approval.Target target = new Approval.Target(
                command.target(),
                command.form().key(),
                command.id(),
                row.version(),
                choice.task().orElse(null),
                row.subject());
        Approvals.Question question = new Approvals.Question(
                kind,
                target,
                choice.approvers().orElseThrow(),
                command.terms(choice.minutes()),
                command.reason().strip());
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        Write metered = new Budget("reveal/ask", "hour/" + hour, PER_HOUR, ApprovalProblem.TOO_MANY).use(actor, 1);
        return approvals.ask(actor, question).map(asked -> {
            List<Write> writes = new ArrayList<>(asked.writes());
            writes.add(metered);
            return new Changes<>(
                    writes,
                    List.of(asked.audit().with(payload(command), Optional.of(row.subject()))),
                    asked.messages(),
                    () -> new RevealFields.Asked(asked.approval()));
        });
    }

    private Changes<RevealFields.Answer> granted(
            RevealFields command, Visible visible, RevealChoice choice, Actor actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        RevealGrants.Grant grant = new RevealGrants.Grant(
                ids.next(),
                command.form().key(),
                command.id(),
                command.fields(),
                command.purpose(),
                choice.task(),
                now,
                now.plus(Duration.ofMinutes(choice.minutes())));
        List<Write> writes = new ArrayList<>(List.of(
                RevealGrants.insert(actor, grant),
                budget(
                        command,
                        actor,
                        "hour/" + now.truncatedTo(ChronoUnit.HOURS),
                        choice.perHour().orElse(PER_HOUR)),
                budget(
                        command,
                        actor,
                        "day/" + now.truncatedTo(ChronoUnit.DAYS),
                        choice.perDay().orElse(PER_DAY))));
        command.approval().ifPresent(given -> writes.add(approvals.use(actor, given)));
        return Changes.of(
                writes,
                entry(command, visible, choice),
                List.of(),
                () -> new RevealFields.Granted(grant.id(), grant.expiresAt()));
    }

    private static AuditDraft entry(RevealFields command, Visible visible, RevealChoice choice) {
        Map<String, Object> context = new HashMap<>();
        context.put("purpose", command.purpose());
        context.put("version", visible.row().version());
        context.put("minutes", choice.minutes());
        choice.task().ifPresent(task -> context.put("task", task.toString()));
        command.approval().ifPresent(given -> context.put("approval", given.id().toString()));
        return AuditDraft.of(command.action(), command.target())
                .with(context)
                .with(payload(command), Optional.of(visible.row().subject()));
    }

    private static ObjectNode payload(RevealFields command) {
        ObjectNode payload = Json.NODES.objectNode();
        command.fields().forEach(payload.putArray("fields")::add);
        return payload.put("purpose", command.purpose())
                .put("reason", command.reason().strip());
    }

    private static Write budget(RevealFields command, Actor actor, String window, int limit) {
        return new Budget(command.form().key(), window, limit, RecordProblem.REVEAL_LIMIT).use(actor, 1);
    }
}
