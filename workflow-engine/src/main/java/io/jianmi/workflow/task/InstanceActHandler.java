package io.jianmi.workflow.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.ApprovalCertificate;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.MemberId;
import io.jianmi.core.json.Json;
import io.jianmi.core.notification.Notifications;
import io.jianmi.core.outbox.OutboxMessage;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Write;
import io.jianmi.core.time.Ids;
import io.jianmi.form.comment.Enclosed;
import io.jianmi.form.record.TaskGrant;
import io.jianmi.form.record.WorkflowRecords;
import io.jianmi.workflow.act.Acts;
import io.jianmi.workflow.act.Ruling;
import io.jianmi.workflow.instance.WorkflowProblem;
import io.jianmi.workflow.node.TaskAction;
import io.jianmi.workflow.task.InstancePlan.Awaiting;
import io.jianmi.workflow.task.TimelineWriter.Note;
import io.jianmi.workflow.task.TimelineWriter.Shown;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** Carries out acts on an instance as a whole, by the table: its initiator's and an administrator's. */
@Singleton
public final class InstanceActHandler
        implements CommandHandler<ActOnInstance, LoadedInstance, InstanceActHandler.Before> {

    /** The relay may move the instance meanwhile: then it is decided anew where it stands now. */
    private static final int TRIES = 5;

    private final InstanceStore store;
    private final WorkflowRecords records;
    private final TimelineWriter timeline;
    private final Ids ids;
    private final InstantSource clock;

    InstanceActHandler(
            InstanceStore store, WorkflowRecords records, TimelineWriter timeline, Ids ids, InstantSource clock) {
        this.store = store;
        this.records = records;
        this.timeline = timeline;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param subject whose data the record holds */
    record Before(LoadedInstance loaded, UUID subject) {}

    /** Whoever has submitted a record may act on its workflow, also where his groups do not let him read it. */
    @Override
    public Uni<Before> load(ActOnInstance command, Actor actor) {
        return store.newest(actor.tenant(), command.form(), command.record())
                .chain(found -> found.filter(loaded -> loaded.initiatedBy(actor))
                        .map(loaded -> submitted(actor, loaded))
                        .orElseGet(() -> records.sight(actor, command.form(), command.record())
                                .map(WorkflowRecords.Sight::subject))
                        .map(subject -> new Before(
                                found.orElseThrow(() -> ProblemException.of(WorkflowProblem.NO_INSTANCE)), subject)));
    }

    private Uni<UUID> submitted(Actor actor, LoadedInstance loaded) {
        TaskGrant grant = new TaskGrant(
                loaded.instance().id(),
                loaded.workflow().start().key(),
                TaskGrant.Standing.DONE,
                Map.of(),
                Optional.empty());
        return records.edit(
                        actor,
                        loaded.instance().form(),
                        loaded.instance().record(),
                        Json.NODES.objectNode(),
                        grant,
                        OptionalInt.empty())
                .map(edit -> edit.subject().orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND)));
    }

    @Override
    public Permit authorize(ActOnInstance command, Before before, Actor actor) {
        Ruling ruling = Acts.ruling(command.act(), before.loaded().situation(actor));
        return new Permit(
                ruling == Ruling.NOT_HIS ? refusal(command.act(), ruling) : Optional.empty(),
                before.loaded().instance().workflow().processId());
    }

    @Override
    public int tries() {
        return TRIES;
    }

    @Override
    public Uni<Changes<LoadedInstance>> decide(ActOnInstance command, Before before, Actor actor) {
        LoadedInstance loaded = before.loaded();
        refusal(command.act(), Acts.ruling(command.act(), loaded.situation(actor)))
                .ifPresent(refusal -> {
                    throw refusal;
                });
        if (Acts.rule(command.act()).reason() && command.comment().isEmpty()) {
            throw WorkflowProblem.REASON_REQUIRED.at("/comment");
        }
        Instant now = clock.instant();
        InstancePlan plan = InstancePlan.of(loaded, command, actor.tenant(), now);
        return timeline.note(
                        actor,
                        loaded.instance().form(),
                        loaded.instance().record(),
                        command.comment().map(text -> new Spoken(text, Enclosed.NOTHING)),
                        Shown.nothing(before.subject()))
                .map(note -> changes(command, before, actor, plan, note, now));
    }

    private Changes<LoadedInstance> changes(
            ActOnInstance command, Before before, Actor actor, InstancePlan plan, Note note, Instant now) {
        LoadedInstance loaded = before.loaded();
        List<String> reminded = plan.awaiting().stream()
                .map(Awaiting::assignee)
                .map(MemberId::value)
                .toList();
        TimelineWriter.Entry entry = new TimelineWriter.Entry(
                loaded.instance(),
                command.act().key(),
                plan.node(),
                command.task(),
                Optional.empty(),
                List.of(),
                Optional.empty());
        List<Write> writes = new ArrayList<>(plan.writes());
        writes.add(TimelineWriter.write(actor, entry, note, Shown.nothing(before.subject()), now));
        ObjectNode payload = Json.NODES.objectNode();
        command.comment().ifPresent(comment -> payload.put("comment", comment));
        AuditDraft audit = AuditDraft.of(command.action(), command.target())
                .with(Map.of(
                        "record",
                        loaded.instance().record().toString(),
                        "form",
                        loaded.instance().form(),
                        "node",
                        plan.node(),
                        "instance",
                        loaded.instance().id().toString(),
                        "to",
                        String.join(",", reminded),
                        ApprovalCertificate.STATEMENT,
                        note.statement().hash()))
                .with(payload, Optional.of(before.subject()))
                .as(note.id());
        List<OutboxMessage> messages = new ArrayList<>(plan.messages());
        messages.addAll(Notifications.messages(ActNews.of(loaded, command.act(), plan, actor.id(), ids.next())));
        return Changes.of(writes, audit, messages, () -> loaded)
                .making(loaded.instance().id());
    }

    private static Optional<ProblemException> refusal(TaskAction act, Ruling ruling) {
        return switch (ruling) {
            case MAY -> Optional.empty();
            case NOT_HIS -> Optional.of(ProblemException.of(WorkflowProblem.ACT_REFUSED));
            case CLOSED ->
                Optional.of(ProblemException.of(
                        act == TaskAction.REACTIVATE ? WorkflowProblem.STILL_RUNNING : WorkflowProblem.NOT_RUNNING));
            case NOT_OFFERED -> Optional.of(ProblemException.of(WorkflowProblem.ACT_NOT_OFFERED));
            case TOO_LATE -> Optional.of(ProblemException.of(WorkflowProblem.TOO_LATE));
        };
    }
}
